import type { ReadonlySignal } from '@preact/signals';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import type { Me, Store } from '../sync/store';
import type { Transport } from '../sync/transport';
import { createActions } from './actions';
import { DeskProvider } from './context';
import { Inbox } from './inbox';
import { later } from './later';
import { Login } from './login';
import { mayOpen, type Page } from './navigation';
import { forget, storeIn } from './session';
import { Shell } from './shell';
import { Starting } from './starting';
import { createUndo } from './undo';
import { inboxHref } from './views';

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

function Pages() {
  const { url, path, route } = useLocation();
  const wanted = useRef(inboxHref());
  const opened = openedIn(useApp());
  const signedOut = opened?.connection.value.state === 'signed_out';
  const signedIn = opened?.me.value != null && !signedOut;

  useEffect(() => {
    if (path !== '/login') wanted.current = url;
    if (signedOut && path !== '/login') route('/login', true);
    if (signedIn && path === '/login') route(wanted.current, true);
  }, [signedOut, signedIn, path, url]);

  return (
    <Router>
      <Route path="/login" component={SignedOut} />
      <Route path="/dashboard/chat/inbox/:conversation?" component={InboxDesk} />
      <Route path="/dashboard/reports" component={ReportsDesk} />
      <Route default component={Elsewhere} />
    </Router>
  );
}

function SignedOut() {
  const app = useApp();
  return <Login transport={app.transport} onSignedIn={() => openedIn(app)?.reset()} />;
}

const Reports = later(() => import('./reports/reports'));

const InboxDesk = () => (
  <Desk>
    <Inbox />
  </Desk>
);

const ReportsDesk = () => (
  <Desk least="supervisor">
    <Reports />
  </Desk>
);

interface DeskProps {
  /** Whose page it is; others find themselves in the inbox. */
  least?: Page['role'];
  children: ComponentChildren;
}

function Desk({ least = 'agent', children }: DeskProps) {
  const { transport, store } = useApp();
  if (store.value === 'failed') return <Starting failed />;
  const me = store.value?.me.value;
  if (!store.value || !me) return <Starting />;
  if (!mayOpen({ role: least }, me.actor.role)) return <Elsewhere />;
  return (
    <SignedIn transport={transport} store={store.value} me={me}>
      {children}
    </SignedIn>
  );
}

interface SignedInProps {
  transport: Transport;
  store: Store;
  me: Me;
  children: ComponentChildren;
}

function SignedIn({ transport, store, me, children }: SignedInProps) {
  const undo = useMemo(() => createUndo(store), [store]);
  const actions = useMemo(createActions, []);
  const desk = useMemo(() => ({ store, transport, me, undo, actions }), [me, undo, actions]);
  const signOut = async () => {
    await transport.post('logout', {});
    await store.settled();
    forget(store);
    location.assign('/login');
  };
  return (
    <DeskProvider value={desk}>
      <Shell onSignOut={signOut}>{children}</Shell>
    </DeskProvider>
  );
}

function Elsewhere() {
  const { route } = useLocation();
  useEffect(() => route(inboxHref(), true), []);
  return null;
}
