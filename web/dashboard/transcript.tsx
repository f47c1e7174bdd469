import { useMemo } from 'preact/hooks';
import { readByOthers } from '../sync/store';
import { useBottom } from '../ui/bottom';
import { Button } from '../ui/button';
import { memo } from '../ui/memo';
import { now } from '../ui/now';
import { dayName } from '../ui/time';
import { TypingLine } from '../ui/typing';
import { words as dashboard } from '../words/dashboard';
import { arrange } from './arrange';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { Entry } from './entry';
import { LatestMessage } from './latest_message';
import { useNewest } from './newest';
import { RefusedCards } from './refused_cards';
import './transcript.css';

const words = dashboard.conversation.transcript;

interface TranscriptProps {
  id: string;
  state: Ready;
  controls: Controls;
}

/** All that was said and done, the newest at the bottom. */
export const Transcript = memo(({ id, state, controls }: TranscriptProps) => {
  const { store, me } = useDesk();
  const typing = store.typing(id).value;
  const seen = readByOthers(state.row.state, 'customer');
  const items = useMemo(() => arrange(state.transcript, me.actor.id, seen), [state.transcript, me.actor.id, seen]);
  const { from, start } = useNewest(items.length);
  const { scroller, below, toBottom } = useBottom<HTMLElement>(
    state.transcript.length + state.refused.length,
    state.transcript.filter(({ event }) => event.by.id === me.actor.id).length,
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section ref={scroller} class="transcript" aria-label={words.title} tabIndex={0}>
        <div>
          <ol>
            {from > 0 && <li ref={start} class="transcript-start" />}
            {items.slice(from).map((item) => (
              <li key={item.entry.event.version}>
                {item.newDay && <h2 class="day">{dayName(item.entry.event.at, now.value)}</h2>}
                <Entry {...item} customer={state.row.customer} />
              </li>
            ))}
          </ol>
          {typing && <TypingLine words={words.isWriting(store.nameOf(typing))} />}
          <RefusedCards id={id} state={state} controls={controls} />
        </div>
      </section>
      <LatestMessage state={state} />
      {below && (
        <div class="to-bottom">
          <Button label={words.newBelow} icon="arrow-down" onPress={toBottom} />
        </div>
      )}
    </>
  );
});
