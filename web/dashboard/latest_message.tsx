import { useRef } from 'preact/hooks';
import type { Ready } from './controls';

/** Says a customer's message that comes in while the conversation is open, to those who listen. */
export function LatestMessage({ state }: { state: Ready }) {
  const opened = useRef(state.row.state.version);
  const latest = state.transcript.findLast(({ event }) => event.fact.type === 'message_received')?.event;
  const text = latest?.fact.type === 'message_received' && latest.version > opened.current ? latest.fact.text : null;
  return (
    <p class="heard" role="status">
      {text && `${state.row.customer.name}: ${text}`}
    </p>
  );
}
