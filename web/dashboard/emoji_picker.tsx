import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFloating } from '../ui/floating';
import { emoji as words } from '../words/emoji';
import { isRightToLeft } from '../words/language';
import './emoji_picker.css';

type Emoji = readonly [emoji: string, name: string];

/** As many as stand in a row; also in the style sheet. */
const columns = 8;

const right = isRightToLeft() ? -1 : 1;
const moves: Record<string, number> = { ArrowRight: right, ArrowLeft: -right, ArrowDown: columns, ArrowUp: -columns };

interface PickerProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  onPick: (emoji: string) => void;
  /** By Escape: the focus goes back to where it came from. */
  onLeave: () => void;
  onClose: () => void;
}

export function EmojiPicker({ id, anchor, onPick, onLeave, onClose }: PickerProps) {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  useFloating(anchor, box, true, 'above', 'start');
  useEffect(() => {
    field.current?.focus();
    const onPointer = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);

  const wanted = query.trim().toLowerCase();
  const matches = ([, name]: Emoji) => name.toLowerCase().includes(wanted);
  const groups = Object.values(words.groups)
    .map(({ label, names }) => ({ label, emoji: Object.entries(names).filter(matches) }))
    .filter(({ emoji }) => emoji.length > 0);
  const first = groups[0]?.emoji[0];

  const cells = () => [...(box.current?.querySelectorAll<HTMLElement>('.emoji-cell') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const inField = event.target === field.current;
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && inField) {
      if (first) onPick(first[0]);
    } else if (inField && event.key === 'ArrowDown') cells()[0]?.focus();
    else if (!inField && moves[event.key] !== undefined) {
      const all = cells();
      const to = all.indexOf(document.activeElement as HTMLElement) + (moves[event.key] ?? 0);
      if (to < 0) field.current?.focus();
      else all[Math.min(to, all.length - 1)]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} id={id} class="emoji" role="dialog" aria-label={words.title} onKeyDown={onKeyDown}>
      <input
        ref={field}
        class="emoji-search"
        type="search"
        maxLength={40}
        placeholder={words.search}
        aria-label={words.search}
        autocomplete="off"
        dir="auto"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <div class="emoji-groups">
        {groups.map(({ label, emoji }) => (
          <section key={label} aria-label={label}>
            <h2>{label}</h2>
            <div class="emoji-grid">
              {emoji.map((one) => (
                <Cell key={one[0]} emoji={one} first={one === first} onPick={onPick} />
              ))}
            </div>
          </section>
        ))}
        {!first && (
          <p class="emoji-none" role="status">
            {words.none}
          </p>
        )}
      </div>
    </div>
  );
}

interface CellProps {
  emoji: Emoji;
  /** The one that Tab comes to. */
  first: boolean;
  onPick: (emoji: string) => void;
}

function Cell({ emoji: [emoji, name], first, onPick }: CellProps) {
  return (
    <button
      type="button"
      class="emoji-cell"
      title={name}
      aria-label={name}
      tabIndex={first ? 0 : -1}
      onClick={() => onPick(emoji)}
    >
      {emoji}
    </button>
  );
}
