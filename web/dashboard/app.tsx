import type { ReadonlySignal } from '@preact/signals';
import { type ComponentType, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation, useRoute } from 'preact-iso';
import type { Role } from '../rules/types.gen';
import '../ui/desk_icons';
import { createAttaching } from '../sync/attaching';
import { filesOf } from '../sync/file_transport';
import type { Me, Store } from '../sync/store';
import type { Transport } from '../sync/transport';
import { lazily } from '../ui/lazily';
import { createActions } from './actions';
import { createCanned } from './canned';
import { DeskProvider } from './context';
import { Inbox } from './inbox';
import { Later } from './later';
import { Login } from './login';
import { isAtLeast } from './roles';
import { forget, storeIn } from './session';
import { Shell } from './shell';
import { Starting } from './starting';
import { createUndo } from './undo';
import { inboxHref } from './views';
import { Welcome } from './welcome';

/** The store is null until the rules are there, and 'failed' if they cannot be had. */
export interface AppProps {
  transport: Transport;
  store: ReadonlySignal<Store | null | 'failed'>;
}

const AppContext = createContext<AppProps | null>(null);

// Not by the router: it hands on props only when they look different as JSON.
function useApp(): AppProps {
  const app = useContext(AppContext);
  if (!app) throw new Error('Drawn outside of the app');
  return app;
}

const openedIn = ({ store }: AppProps): Store | null => storeIn(store.value);

export function App(props: AppProps) {
  return (
    <AppContext.Provider value={props}>
      <LocationProvider>
        <Pages />
      </LocationProvider>
    </AppContext.Provider>
  );
}

/** Where nobody needs to be signed in. */
const entrances = ['/login', '/welcome'];

function Pages() {
  const { url, path, route } = useLocation();
  const wanted = useRef(inboxHref());
  const opened = openedIn(useApp());
  const signedOut = opened?.connection.value.state === 'signed_out';
  const signedIn = opened?.me.value != null && !signedOut;

  useEffect(() => {
    if (!entrances.includes(path)) wanted.current = url;
    if (signedOut && !entrances.includes(path)) route('/login', true);
    if (signedIn && path === '/login') route(wanted.current, true);
  }, [signedOut, signedIn, path, url]);

  return (
    <Router>
      <Route path="/login" component={SignedOut} />
      <Route path="/welcome" component={Beginning} />
      <Route path="/dashboard/:area/:page?/:conversation?" component={Desk} />
      <Route default component={Elsewhere} />
    </Router>
  );
}

interface Area {
  Page: ComponentType;
  /** Who at least may go there. */
  role: Role;
}

const later = (state: 'loading' | 'failed') => <Later state={state} />;

/** By the second part of the address. What is not the inbox is fetched when somebody goes there. */
const areas: Readonly<Record<string, Area>> = {
  chat: { Page: Inbox, role: 'agent' },
  settings: {
    Page: lazily(() => import('./settings/settings').then(({ Settings }) => Settings), later),
    role: 'agent',
  },
  reports: {
    Page: lazily(() => import('./reports/reports').then(({ Reports }) => Reports), later),
    role: 'supervisor',
  },
};

/** Whoever was signed in here before is somebody else from here on, and so is everything that was loaded. */
function Beginning() {
  return <Welcome transport={useApp().transport} onSignedIn={() => location.assign(inboxHref())} />;
}

function SignedOut() {
  const app = useApp();
  return <Login transport={app.transport} onSignedIn={() => openedIn(app)?.reset()} />;
}

function Desk() {
  const { transport, store } = useApp();
  const area = areas[useRoute().params.area ?? ''];
  if (!area) return <Elsewhere />;
  if (store.value === 'failed') return <Starting failed />;
  const me = store.value?.me.value;
  if (!store.value || !me) return <Starting />;
  if (!isAtLeast(me.actor.role, area.role)) return <Elsewhere />;
  return <SignedIn transport={transport} store={store.value} me={me} page={area.Page} />;
}

interface SignedInProps {
  transport: Transport;
  store: Store;
  me: Me;
  page: ComponentType;
}

function SignedIn({ transport, store, me, page: Page }: SignedInProps) {
  const undo = useMemo(() => createUndo(store), [store]);
  const actions = useMemo(createActions, []);
  const canned = useMemo(() => createCanned(transport, Date.now), [store]);
  const files = useMemo(() => filesOf(), []);
  const attaching = useMemo(() => createAttaching({ drafts: store.drafts, files }), [store]);
  useEffect(() => {
    window.addEventListener('online', attaching.wake);
    return () => window.removeEventListener('online', attaching.wake);
  }, [attaching]);
  const desk = useMemo(
    () => ({ store, transport, me, undo, actions, canned, files, attaching }),
    [me, undo, actions, canned, attaching],
  );
  const signOut = useCallback(async () => {
    await transport.post('logout', {});
    await store.settled();
    forget(store);
    location.assign('/login');
  }, [store]);
  return (
    <DeskProvider value={desk}>
      <Shell onSignOut={signOut}>
        <Page />
      </Shell>
    </DeskProvider>
  );
}

function Elsewhere() {
  const { route } = useLocation();
  useEffect(() => route(inboxHref(), true), []);
  return null;
}
