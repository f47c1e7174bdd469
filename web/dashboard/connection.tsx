import type { Connection } from '../sync/store';
import { memo } from '../ui/memo';
import { now } from '../ui/now';
import { moment } from '../ui/time';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { inboxHref } from './views';
import './connection.css';

const said = words.app.connection;

function inWords(connection: Connection): string {
  const asOf = 'since' in connection && connection.since !== null ? moment(connection.since, now.value) : null;
  switch (connection.state) {
    case 'live':
      return said.live;
    case 'connecting':
      return asOf ? said.connectingAsOf(asOf) : said.connecting;
    case 'offline':
      return asOf ? said.offlineSince(asOf) : said.offline;
    case 'signed_out':
      return said.signedOut;
  }
}

/** Whether what is seen is what is, what has not reached the server yet, and what it has refused. */
export const ConnectionState = memo(() => {
  const { store } = useDesk();
  const connection = store.connection.value;
  const pending = store.pending.value.length;
  const [refused] = store.refused.value;
  const others = store.refused.value.length;
  return (
    <span class={`connection connection-${connection.state}`}>
      {refused && (
        <a class="connection-refused" href={inboxHref({}, refused.conversation)}>
          {said.notDone(others)}
        </a>
      )}
      {pending > 0 && <span class="connection-pending">{said.notSent(pending)}</span>}
      <span class="connection-dot" />
      <span role="status">{inWords(connection)}</span>
    </span>
  );
});
