import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Row } from '../sync/store';
import { Button } from '../ui/button';
import { preference } from '../ui/preference';
import { useActions } from './actions';
import { watchCalls } from './calls';
import { useDesk } from './context';
import { ring } from './ring';
import { inboxHref } from './views';

const calling = preference('bell', 'off');

function toggle(): void {
  calling.toggle();
  if (!calling.on) return;
  ring();
  // Now that somebody has asked for it, the browser may be asked, too.
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
}

/** Only one tab of a browser calls: the others wait for it to go. */
function whenItIsUp(person: string, call: () => () => void): () => void {
  if (!('locks' in navigator)) return call();
  const gone = new AbortController();
  let stop = () => {};
  const held = new Promise<void>((done) => gone.signal.addEventListener('abort', () => done()));
  navigator.locks
    .request(`wrapup bell ${person}`, { signal: gone.signal }, () => {
      stop = call();
      return held;
    })
    .catch(() => {}); // It was not its turn before it went.
  return () => {
    stop();
    gone.abort();
  };
}

/** Switches on that one is called, by sound and by the desktop, when a customer writes. */
export function Bell() {
  const { store, me } = useDesk();
  const { route } = useLocation();
  const { on } = calling;
  const label = on ? 'Stop calling me' : 'Call me when a customer writes';
  useEffect(() => {
    if (!on) return;
    const call = ({ conversation, customer, preview }: Row) => {
      ring();
      if (!('Notification' in window) || Notification.permission !== 'granted') return;
      const notification = new Notification(customer.name, { body: preview?.text ?? '', tag: conversation });
      notification.onclick = () => {
        window.focus();
        route(inboxHref({}, conversation));
        notification.close();
      };
    };
    return whenItIsUp(me.actor.id, () => watchCalls(store, call));
  }, [on, store, me.actor.id]);
  useActions(() => [{ id: 'bell', group: 'Wrapup', label, key: null, reason: null, run: toggle }]);
  return <Button label={label} tone="quiet" icon={on ? 'bell' : 'bell-off'} bare onPress={toggle} />;
}
