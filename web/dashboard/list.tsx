import { useMemo, useRef } from 'preact/hooks';
import { words } from '../words/dashboard';
import { BulkBar } from './bulk_bar';
import { Filtering } from './filtering';
import { useListKeys } from './list_keys';
import { SearchField } from './search_field';
import { SearchResults } from './search_results';
import { createSelection } from './selection';
import { ViewRows } from './view_rows';
import { ViewTabs } from './view_tabs';
import type { Where } from './views';
import './list.css';

interface ListProps {
  where: Where;
  selected: string | null;
}

/** One view of the inbox, or what was looked for. */
export function InboxList({ where, selected }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const selection = useMemo(createSelection, [where]);
  useListKeys(list, selection.toggle, selection.clear);
  const Heading = selected ? 'h2' : 'h1';
  return (
    <section class="list" aria-labelledby="list-heading">
      <Heading id="list-heading" class="heard">
        {words.app.areas.inbox}
      </Heading>
      <div class="list-head">
        <SearchField where={where} selected={selected} />
        <Filtering where={where} selected={selected} />
      </div>
      {where.search === '' && <ViewTabs where={where} selected={selected} />}
      <div ref={list} class="list-scroll">
        {where.search === '' ? (
          <ViewRows where={where} selected={selected} selection={selection} />
        ) : (
          <SearchResults where={where} selected={selected} selection={selection} />
        )}
      </div>
      <BulkBar where={where} selection={selection} />
    </section>
  );
}
