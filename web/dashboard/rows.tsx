import { useLayoutEffect } from 'preact/hooks';
import type { Hit } from '../sync/store';
import { ListRow } from './list_row';
import type { Selection } from './selection';
import { useShown } from './shown';
import { inboxHref, type Where } from './views';

/** What a list of conversations is given. */
export interface RowsProps {
  where: Where;
  /** The conversation on the screen. */
  selected: string | null;
  selection: Selection;
}

interface AllRowsProps extends RowsProps {
  rows: readonly (Pick<Hit, 'row'> & Partial<Hit>)[];
  busy: boolean;
}

/** As many of the rows as one has scrolled to. */
export function Rows({ where, selected, selection, rows, busy }: AllRowsProps) {
  const { shown, end } = useShown(where, rows.length);
  useLayoutEffect(() => selection.among(rows.map(({ row }) => row.conversation)), [selection, rows]);
  const chosen = selection.chosen.value;
  return (
    <ul class={`rows${chosen.size > 0 ? ' rows-choosing' : ''}`} aria-busy={busy}>
      {rows.slice(0, shown).map(({ row, snippet }) => (
        <ListRow
          key={row.conversation}
          row={row}
          {...(snippet ? { snippet } : {})}
          href={inboxHref(where, row.conversation)}
          selected={row.conversation === selected}
          chosen={chosen.has(row.conversation)}
          onChoose={selection.toggle}
        />
      ))}
      <li ref={end} class="rows-end" aria-hidden="true" />
    </ul>
  );
}
