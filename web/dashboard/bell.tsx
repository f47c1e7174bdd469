import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Row } from '../sync/store';
import { Button } from '../ui/button';
import { preference } from '../ui/preference';
import { words } from '../words/dashboard';
import { useActions } from './actions';
import { watchAlerts } from './alerts';
import { useDesk } from './context';
import { ring } from './ring';
import { inboxHref } from './views';

export const alerting = preference('bell', 'off');

export function toggleAlerts(): void {
  alerting.toggle();
  if (!alerting.on) return;
  ring();
  // Now that somebody has asked for it, the browser may be asked, too.
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
}

/** Switches on that one is told, by sound and by the desktop, when a customer writes. */
export function Bell() {
  const { store } = useDesk();
  const { route } = useLocation();
  const { on } = alerting;
  const leads = store.leads.value;
  const label = on ? words.app.bell.off : words.app.bell.on;
  useEffect(() => {
    // Of all tabs of a browser, one is enough.
    if (!on || !leads) return;
    const alert = ({ conversation, customer, preview }: Row) => {
      ring();
      if (!('Notification' in window) || Notification.permission !== 'granted') return;
      const notification = new Notification(customer.name, { body: preview?.text ?? '', tag: conversation });
      notification.onclick = () => {
        window.focus();
        route(inboxHref({}, conversation));
        notification.close();
      };
    };
    return watchAlerts(store, alert);
  }, [on, leads, store]);
  useActions(() => [{ id: 'bell', group: 'wrapup', label, key: null, reason: null, run: toggleAlerts }]);
  return <Button label={label} tone="quiet" icon={on ? 'bell' : 'bell-off'} bare onPress={toggleAlerts} />;
}
