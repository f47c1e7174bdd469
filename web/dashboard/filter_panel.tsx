import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { useFloating } from '../ui/floating';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { chosenIn, type FilterName, labels, offers } from './filters';
import type { Where } from './views';
import './filter_panel.css';

const { filters } = words.inbox;

interface PanelProps {
  id: string;
  where: Where;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (name: FilterName, value: string) => void;
  onClear: () => void;
  onClose: () => void;
}

/** All that a list can be narrowed by. It takes the focus, and is left by Escape or by doing something else. */
export function FilterPanel({ id, where, anchor, onChoose, onClear, onClose }: PanelProps) {
  const { me } = useDesk();
  const panel = useRef<HTMLDivElement>(null);
  useFloating(anchor, panel, true, 'below', 'end');
  useEffect(() => {
    panel.current?.querySelector('select')?.focus();
    const onPointer = ({ target }: PointerEvent) => {
      if (!panel.current?.contains(target as Node) && !anchor.current?.contains(target as Node)) onClose();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);
  const { filter, search, view } = where;
  return (
    <div
      ref={panel}
      id={id}
      class="filter-panel"
      role="dialog"
      aria-label={filters.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        anchor.current?.focus();
        onClose();
      }}
    >
      {offers(search === '' ? view : null, me, filter).map(({ name, choices }) => (
        <label key={name} class="filter-row">
          <span>{labels[name]}</span>
          <select value={filter[name] ?? ''} onChange={(event) => onChoose(name, event.currentTarget.value)}>
            <option value="">{filters.any}</option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {chosenIn(filter).length > 0 && <Button label={filters.clearAll} tone="quiet" onPress={onClear} />}
    </div>
  );
}
