import type { ReadonlySignal } from '@preact/signals';
import type { Files } from '../sync/files';
import { readByOthers } from '../sync/reading';
import { useBottom } from '../ui/bottom';
import { Button } from '../ui/button';
import { now } from '../ui/now';
import { clockTime, dayName } from '../ui/time';
import { TypingLine } from '../ui/typing';
import { words } from '../words/widget';
import type { Chat, Ready } from './chat';
import { type Item, itemsOf, type Message } from './items';
import { Attachments } from './later';
import { Bubble } from './message';
import { RefusedCard } from './refused';
import { useSeen } from './seen';
import './transcript.css';

interface TranscriptProps {
  chat: Chat;
  state: Ready;
  shown: ReadonlySignal<boolean>;
}

export function Transcript({ chat, state, shown }: TranscriptProps) {
  const store = chat.visit.store.value;
  const nameOf = (author: Message['by']) => store?.nameOf(author) ?? '';
  const items = itemsOf(state.transcript, nameOf);
  const typing = store?.typing(state.row.conversation).value ?? null;
  const mineLast = items.findLast((item) => item.kind === 'message' && item.mine);
  const previous = state.row.state.linked_to;
  const { scroller, below, toBottom, isAtBottom } = useBottom<HTMLDivElement>(
    items.length + state.refused.length,
    items.filter((item) => item.kind === 'message' && item.mine).length,
  );
  useSeen(chat, state, shown.value, isAtBottom, below);
  const seen = readByOthers(state.row.state, 'house');

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <div class="transcript" ref={scroller} tabIndex={0} role="log" aria-live="polite" aria-label={words.messages}>
        <div>
          {previous !== null && (
            <div class="transcript-previous">
              <Button label={words.previous} icon="arrow-left" tone="quiet" onPress={() => chat.look(previous)} />
            </div>
          )}
          <ol>
            {items.map((item) => (
              <Entry
                key={item.key}
                item={item}
                nameOf={nameOf}
                status={item === mineLast}
                seen={seen}
                files={chat.visit.files}
              />
            ))}
            {state.refused.map((card) => (
              <RefusedCard key={card.id} card={card} chat={chat} conversation={state.row.conversation} />
            ))}
          </ol>
          {typing && <TypingLine words={words.isWriting(nameOf(typing))} />}
        </div>
      </div>
      {below && (
        <div class="transcript-down">
          <Button label={words.newMessages} icon="arrow-down" onPress={toBottom} />
        </div>
      )}
    </>
  );
}

interface EntryProps {
  item: Item;
  nameOf: (author: Message['by']) => string;
  /** Tells whether it has arrived. */
  status: boolean;
  /** The version up to which somebody of the house has read. */
  seen: number;
  files: Files;
}

function Entry({ item, nameOf, status, seen, files }: EntryProps) {
  if (item.kind === 'day') return <li class="transcript-day">{dayName(item.at, now.value)}</li>;
  if (item.kind === 'line') return <li class="transcript-line">{item.text}</li>;
  const { text, attachments, mine, first, last, by, at, sent, version } = item;
  const when = clockTime(at);
  const arrival = version <= seen ? words.seen : words.sent;
  const below = sent === 'waiting' ? words.sending : status ? `${arrival} · ${when}` : when;
  return (
    <Bubble
      text={text}
      attached={attachments.length > 0 && <Attachments attachments={attachments} files={files} />}
      mine={mine}
      first={first}
      last={last}
      {...(mine ? {} : { author: { id: by.id, name: nameOf(by) } })}
    >
      {last && below}
    </Bubble>
  );
}
