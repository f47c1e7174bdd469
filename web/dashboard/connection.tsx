import type { Connection } from '../sync/store';
import { clockTime } from '../ui/time';
import { useDesk } from './context';
import './connection.css';

function words(connection: Connection): string {
  switch (connection.state) {
    case 'live':
      return 'Live';
    case 'connecting':
      return 'Connecting…';
    case 'offline':
      return `Offline since ${clockTime(connection.since)}`;
    case 'signed_out':
      return 'Signed out';
  }
}

/** Whether what is seen is what is, and what has not reached the server yet. */
export function ConnectionState() {
  const { store } = useDesk();
  const connection = store.connection.value;
  const pending = store.pending.value.length;
  return (
    <span class={`connection connection-${connection.state}`}>
      {pending > 0 && <span class="connection-pending">{pending} not sent yet</span>}
      <span class="connection-dot" />
      <span role="status">{words(connection)}</span>
    </span>
  );
}
