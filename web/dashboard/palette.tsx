import { useId, useRef, useState } from 'preact/hooks';
import { Dialog } from '../ui/dialog';
import { words } from '../words/dashboard';
import type { Action, Group } from './actions';
import { useDesk } from './context';
import './palette.css';

const { palette } = words.app;
const groups: Record<Group, string> = palette.groups;

/** Everything that can be done now, by its name; and why not the rest. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { actions } = useDesk();
  const all = useRef<Action[] | null>(null);
  all.current ??= actions.all();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = all.current.filter((action) => matches(action, query));
  const chosen = found[Math.min(at, found.length - 1)];

  const run = (action: Action | undefined) => {
    if (!action || action.reason !== null) return;
    onClose();
    // Once this is gone, and the focus is back where it was.
    queueMicrotask(action.run);
  };
  const move = (step: number) => {
    const next = (Math.min(at, found.length - 1) + step + found.length) % found.length;
    setAt(next);
    document.getElementById(`${id}${found[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog class="palette" labelledBy={`${id}label`} onClose={onClose}>
      <label id={`${id}label`} class="heard" for={`${id}input`}>
        {palette.question}
      </label>
      <input
        id={`${id}input`}
        class="palette-input"
        type="text"
        dir="auto"
        role="combobox"
        autocomplete="off"
        autofocus
        placeholder={palette.question}
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={chosen && `${id}${chosen.id}`}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}list`} class="palette-list" role="listbox" aria-labelledby={`${id}label`}>
        {found.map((action, index) => (
          <Choice
            key={action.id}
            id={`${id}${action.id}`}
            action={action}
            heading={found[index - 1]?.group !== action.group}
            chosen={action === chosen}
            onPoint={() => setAt(index)}
            onRun={() => run(action)}
          />
        ))}
        {found.length === 0 && <p class="palette-none">{palette.none}</p>}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  id: string;
  action: Action;
  /** It is the first of its group. */
  heading: boolean;
  chosen: boolean;
  onPoint: () => void;
  onRun: () => void;
}

function Choice({ id, action, heading, chosen, onPoint, onRun }: ChoiceProps) {
  const { group, label, key, reason } = action;
  return (
    <>
      {heading && (
        <p class="palette-group" role="presentation">
          {groups[group]}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above */}
      <div
        id={id}
        class="palette-item"
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        aria-disabled={reason !== null}
        onPointerMove={onPoint}
        onClick={onRun}
      >
        <span>{label}</span>
        {reason !== null && <span class="palette-reason">{reason}</span>}
        {reason === null && key !== null && <kbd>{key.toUpperCase()}</kbd>}
      </div>
    </>
  );
}

function matches({ label, group }: Action, query: string): boolean {
  const name = `${groups[group]} ${label}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word));
}
