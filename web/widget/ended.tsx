import { words } from '../words/widget';
import type { Chat, Ready } from './chat';
import { TranscriptWays } from './transcript_ways';
import './ended.css';

/** Above the composer: the chat is over, and goes on with whatever is written. */
export function Ended({ chat, state }: { chat: Chat; state: Ready }) {
  return (
    <section class="ended">
      <p>{words.hasEnded}</p>
      <TranscriptWays chat={chat} conversation={state.row.conversation} />
    </section>
  );
}
