import { useLayoutEffect, useRef } from 'preact/hooks';
import { seconds } from '../ui/amounts';
import { Button } from '../ui/button';
import { useCountdown } from '../ui/countdown';
import { fullTime } from '../ui/time';
import { words } from '../words/widget';
import type { Chat, Ready } from './chat';
import { Rating } from './rating';
import { TranscriptWays } from './transcript_ways';
import './closed.css';

/** From then on, the time that is left is told by the second. */
const told_ms = 24 * 60 * 60_000;

/** In the composer's place once the chat is closed: what one can do now. */
export function Closed({ chat, state }: { chat: Chat; state: Ready }) {
  const { conversation } = state.row;
  const title = useRef<HTMLParagraphElement>(null);
  const until = reopenUntil(chat, state);
  const left = useCountdown(until);
  const reopen = state.buttons.find(({ button }) => button === 'reopen_chat');
  const canReopen = left !== 0 && (reopen?.rejection === null || reopen?.rejection === 'needs_connection');
  const draft = chat.draft.trim();

  // Whoever was writing is told what became of the place where they were.
  useLayoutEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) title.current?.focus();
  }, []);

  const startNew = () => chat.startNew(conversation);
  return (
    <section class="closed">
      <Rating chat={chat} state={state} />
      <p ref={title} class="closed-why" tabIndex={-1}>
        {canReopen ? reopenWords(until, left) : words.noMore}
      </p>
      {draft !== '' && (
        <p class="closed-draft">
          {words.keptDraft} <q>{draft}</q>
        </p>
      )}
      {canReopen && (
        <Button
          label={words.reopen}
          tone="primary"
          reason={reopen.rejection && words.offline}
          onPress={() => chat.press('reopen_chat')}
        />
      )}
      <Button label={words.startNew} tone={canReopen ? 'plain' : 'primary'} onPress={startNew} />
      <TranscriptWays chat={chat} conversation={conversation} />
    </section>
  );
}

/** By the server's clock; null: for as long as one likes, or not at all. */
function reopenUntil(chat: Chat, { row: { state } }: Ready): number | null {
  const store = chat.visit.store.value;
  const policy = store?.me.value?.policy;
  return store && policy ? store.rules.reopenUntil(state, policy) : null;
}

function reopenWords(until: number | null, left: number | null): string {
  if (until === null || left === null) return words.isClosed;
  return left > told_ms ? words.reopenUntil(fullTime(until)) : words.reopenFor(seconds(Math.ceil(left / 1000) * 1000));
}
