import { useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Filter, noFilter } from '../sync/store';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { words } from '../words/dashboard';
import { useActions } from './actions';
import { useDesk } from './context';
import { FilterPanel } from './filter_panel';
import { chosenIn, labels, withChoice, wordFor } from './filters';
import { inboxHref, type Where } from './views';
import './filtering.css';

const { filters } = words.inbox;

interface FilteringProps {
  where: Where;
  selected: string | null;
}

/** Narrows the list, and shows by what it is narrowed. All of it stands in the address. */
export function Filtering({ where, selected }: FilteringProps) {
  const { store } = useDesk();
  const { route } = useLocation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { filter } = where;
  const chosen = chosenIn(filter);
  const narrow = (to: Filter) => route(inboxHref({ ...where, filter: to }, selected));
  const remove = (name: (typeof chosen)[number]) => {
    button.current?.focus();
    narrow(withChoice(filter, name, ''));
  };
  useActions(() => [
    { id: 'filter', group: 'list', label: filters.narrow, key: 'f', reason: null, run: () => setOpen(true) },
  ]);
  return (
    <>
      <Button
        label={filters.title}
        icon="list-filter"
        tone="quiet"
        opens={{ open, id }}
        element={button}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <FilterPanel
          id={id}
          where={where}
          anchor={button}
          onChoose={(name, value) => narrow(withChoice(filter, name, value))}
          onClear={() => narrow(noFilter)}
          onClose={() => setOpen(false)}
        />
      )}
      {chosen.length > 0 && (
        <ul class="chips" aria-label={filters.chosen}>
          {chosen.map((name) => {
            const label = `${labels[name]}: ${wordFor(name, filter, store)}`;
            return (
              <li key={name}>
                <button type="button" class="chip" onClick={() => remove(name)} aria-label={filters.remove(label)}>
                  <span>{label}</span>
                  <Icon name="x" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
