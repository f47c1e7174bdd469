import { connectionWords } from './phrases';
import type { Visit } from './visit';
import './notice.css';

/** The state of the connection, in words, over the transcript: it moves nothing. */
export function Notice({ visit }: { visit: Visit }) {
  const store = visit.store.value;
  const words = store && connectionWords(store.connection.value, store.pending.value.length);
  return (
    <p class="notice" role="status">
      {words && <span>{words}</span>}
    </p>
  );
}
