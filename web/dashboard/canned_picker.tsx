import type { RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useFloating } from '../ui/floating';
import { words as dashboard } from '../words/dashboard';
import { type Asked, askedAt, type CannedReply, fill, matching, type Values } from './canned';
import { useDesk } from './context';
import type { Ready } from './controls';
import { insert } from './insert';
import './canned_picker.css';

const words = dashboard.composer.canned;

const shown_max = 50;

/** What the keys do to the place of the choice, among `count`. */
const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
};

/** The list that a / opens in a text: what it has to be told, and what is to be drawn beside it. */
export function useCannedPicker(area: RefObject<HTMLTextAreaElement | null>, state: Ready, wanted: boolean) {
  const { canned, me } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const dismissed = useRef<number | null>(null);
  const id = useId();
  const { site } = state.row.state;
  const found = asked && wanted ? matching(canned.replies.value ?? [], site, asked.word).slice(0, shown_max) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  const values: Values = {
    'customer.name': state.row.customer.name,
    'agent.name': me.name,
    'site.name': me.sites.find((one) => one.id === site)?.name ?? '',
  };

  const look = () => {
    const element = area.current;
    const next = element && wanted ? askedAt(element.value, element.selectionEnd) : null;
    if (next === null || next.start !== dismissed.current) dismissed.current = null;
    if (next) canned.refresh();
    setAsked(dismissed.current === null ? next : null);
    if (next?.word !== asked?.word) setAt(0);
  };
  const close = () => {
    dismissed.current = asked?.start ?? null;
    setAsked(null);
  };
  const take = (reply: CannedReply) => {
    if (area.current && asked) insert(area.current, fill(reply.text, values), asked.start, asked.end);
    setAsked(null);
  };
  /** Whether the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return false;
    const move = moves[event.key];
    if (move) setAt(move(found.indexOf(chosen), found.length));
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    look,
    close: () => setAsked(null),
    onKey,
    attributes: chosen && {
      'aria-autocomplete': 'list' as const,
      'aria-controls': `${id}list`,
      'aria-activedescendant': `${id}${chosen.id}`,
    },
    list: chosen && (
      <CannedList id={id} area={area} found={found} chosen={chosen} values={values} onPoint={setAt} onTake={take} />
    ),
  };
}

interface ListProps {
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  found: readonly CannedReply[];
  chosen: CannedReply;
  values: Values;
  onPoint: (at: number) => void;
  onTake: (reply: CannedReply) => void;
}

function CannedList({ id, area, found, chosen, values, onPoint, onTake }: ListProps) {
  const box = useRef<HTMLDivElement>(null);
  useFloating(area, box, true, 'above', 'start');
  useEffect(() => {
    document.getElementById(`${id}${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen.id]);
  return (
    // The focus stays in the text.
    <div ref={box} class="canned" onPointerDown={(event) => event.preventDefault()}>
      <div id={`${id}list`} class="canned-list" role="listbox" aria-label={words.list}>
        {found.map((reply, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text
          <div
            key={reply.id}
            id={`${id}${reply.id}`}
            class="canned-item"
            role="option"
            tabIndex={-1}
            aria-selected={reply === chosen}
            onPointerMove={() => onPoint(at)}
            onClick={() => onTake(reply)}
          >
            <span class="canned-title" dir="auto">
              {reply.title}
            </span>{' '}
            <span class="canned-shortcut" dir="ltr">
              /{reply.shortcut}
            </span>
          </div>
        ))}
      </div>
      <p class="canned-preview" dir="auto">
        {fill(chosen.text, values)}
      </p>
      <p class="canned-keys">{words.keys}</p>
    </div>
  );
}
