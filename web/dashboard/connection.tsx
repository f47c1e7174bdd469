import type { Connection } from '../sync/store';
import { now } from '../ui/now';
import { moment } from '../ui/time';
import { useDesk } from './context';
import { inboxHref } from './views';
import './connection.css';

function words(connection: Connection): string {
  const asOf = 'since' in connection && connection.since !== null ? moment(connection.since, now.value) : null;
  switch (connection.state) {
    case 'live':
      return 'Live';
    case 'connecting':
      return asOf ? `Connecting… as of ${asOf}` : 'Connecting…';
    case 'offline':
      return asOf ? `Offline since ${asOf}` : 'Offline';
    case 'signed_out':
      return 'Signed out';
  }
}

/** Whether what is seen is what is, what has not reached the server yet, and what it has refused. */
export function ConnectionState() {
  const { store } = useDesk();
  const connection = store.connection.value;
  const pending = store.pending.value.length;
  const [refused] = store.refused.value;
  const others = store.refused.value.length;
  return (
    <span class={`connection connection-${connection.state}`}>
      {refused && (
        <a class="connection-refused" href={inboxHref({}, refused.conversation)}>
          {others} not done
        </a>
      )}
      {pending > 0 && <span class="connection-pending">{pending} not sent yet</span>}
      <span class="connection-dot" />
      <span role="status">{words(connection)}</span>
    </span>
  );
}
