import { words } from '../words/widget';
import { connectionWords } from './lines';
import type { Visit } from './visit';
import './notice.css';

/** The state of the connection to the server, in words, over the transcript: it moves nothing. */
export function Notice({ visit }: { visit: Visit }) {
  const store = visit.store.value;
  // That something was read may wait: nobody wrote it.
  const waiting = store?.pending.value.filter(({ commands }) => commands.some(({ type }) => type !== 'mark_read'));
  const said = store
    ? connectionWords(store.connection.value, waiting?.length ?? 0)
    : visit.refused.value && words.notTaken;
  return (
    <p class="notice" role="status">
      {said && <span>{said}</span>}
    </p>
  );
}

/** Where the browser keeps nothing for us. */
export function NotKept({ visit }: { visit: Visit }) {
  return visit.storage.value === 'memory' ? <p class="not-kept">{words.notKept}</p> : null;
}
