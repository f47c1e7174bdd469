import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon } from '../ui/icon';
import { words } from '../words/dashboard';
import { useActions } from './actions';
import { inboxHref, type Where } from './views';
import './search_field.css';

const said = words.inbox.search;

/** After a pause of this length, what is written is looked for. */
const pause_ms = 150;

interface SearchFieldProps {
  where: Where;
  selected: string | null;
}

/** Looks for words in everything that was said. What is looked for stands in the address. */
export function SearchField({ where, selected }: SearchFieldProps) {
  const { route } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(where.search);
  const latest = useRef({ where, selected });
  latest.current = { where, selected };
  // Where one is by then: it may have changed while one was writing.
  const look = (search: string) => route(inboxHref({ ...latest.current.where, search }, latest.current.selected), true);

  useEffect(() => setText(where.search), [where.search]);
  useEffect(() => {
    if (text === where.search) return;
    const pause = setTimeout(() => look(text.trim() === '' ? '' : text), pause_ms);
    return () => clearTimeout(pause);
  }, [text]);
  useActions(() => [
    {
      id: 'search',
      group: 'list',
      label: said.all,
      key: '/',
      reason: null,
      run: () => field.current?.focus(),
    },
  ]);
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        dir="auto"
        maxLength={200}
        value={text}
        placeholder={said.placeholder}
        aria-label={said.all}
        aria-keyshortcuts="/"
        autocomplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText('');
          look('');
          event.currentTarget.blur();
        }}
      />
    </search>
  );
}
