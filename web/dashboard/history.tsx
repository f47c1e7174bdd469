import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Availability, Event, History as Past } from '../rules/types.gen';
import { whyNot } from '../rules/words';
import { Dialog, DialogHead } from '../ui/dialog';
import { fullTime } from '../ui/time';
import { words as dashboard } from '../words/dashboard';
import { useDesk } from './context';
import { labelOf } from './labels';
import { ownerName } from './place';
import { sentence, useWho } from './sentences';
import { StatusBadge } from './status_badge';
import './history.css';

const { loading, unassigned } = dashboard.app.shared;
const words = dashboard.conversation.history;

/** What happened at one moment. */
interface Moment {
  at: number;
  events: Event[];
}

interface HistoryProps {
  id: string;
  onClose: () => void;
}

/** Goes back through what happened: how it stood at each moment, which buttons there were, and why not the others. */
export function History({ id, onClose }: HistoryProps) {
  const { store } = useDesk();
  const heading = useId();
  const [past, setPast] = useState<Past | null | 'missing'>(null);
  useEffect(() => void store.history(id).then((found) => setPast(found ?? 'missing')), [id]);
  return (
    <Dialog class="history" labelledBy={heading} onClose={onClose}>
      <DialogHead id={heading} title={words.title} onClose={onClose} />
      {past === null && <p class="history-quiet">{loading}</p>}
      {past === 'missing' && <p class="history-quiet">{words.notLoaded}</p>}
      {past !== null && past !== 'missing' && <Moments past={past} />}
    </Dialog>
  );
}

function Moments({ past }: { past: Past }) {
  const { store, me } = useDesk();
  const whoIs = useWho();
  const moments = momentsOf(past.events);
  const [at, setAt] = useState(moments.length - 1);
  const slider = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => slider.current?.focus(), []);
  const moment = moments[at];
  if (!moment) return null;
  const { state, status, buttons } = store.rules.explain(past, me.actor, moment.at);
  const owner = ownerName(store, state.owner);
  const [nth, when] = [at + 1, fullTime(moment.at)];
  return (
    <>
      <input
        class="history-slider"
        type="range"
        ref={slider}
        min={0}
        max={moments.length - 1}
        value={at}
        aria-label={words.moment}
        aria-valuetext={words.placeHeard(nth, moments.length, when)}
        onInput={(event) => setAt(event.currentTarget.valueAsNumber)}
      />
      <p class="history-when">
        {words.place(nth, moments.length)} · {when}
      </p>
      <ul class="history-events">
        {moment.events.map((event) => (
          <li key={event.version} dir={'text' in event.fact ? 'auto' : undefined}>
            {sentence(event, whoIs)}
          </li>
        ))}
      </ul>
      <p class="history-state">
        <StatusBadge status={status} />
        <span>{owner === null ? unassigned : words.assignedTo(owner)}</span>
      </p>
      <ul class="history-buttons">
        {buttons.filter(says).map(({ place, button, rejection }) => (
          <li key={`${place} ${button}`} class={rejection === null ? 'history-yes' : 'history-no'}>
            <span>{labelOf(button)}</span>
            <span>{rejection === null ? words.allowed : whyNot(rejection, owner)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

// What would change nothing is not worth a line.
const says = ({ rejection }: Availability) => rejection !== 'nothing_to_do';

function momentsOf(events: readonly Event[]): Moment[] {
  const moments: Moment[] = [];
  for (const event of events) {
    // Reading changes no button.
    if (event.fact.type === 'marked_read') continue;
    const last = moments.at(-1);
    if (last?.at === event.at) last.events.push(event);
    else moments.push({ at: event.at, events: [event] });
  }
  return moments;
}
