import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { InboxState, View } from '../sync/store';
import { Button } from '../ui/button';
import { useDeferred } from '../ui/deferred';
import { BulkBar } from './bulk_bar';
import { useDesk } from './context';
import { useListKeys } from './list_keys';
import { ListRow } from './list_row';
import { ListSkeleton } from './list_skeleton';
import { createSelection } from './selection';
import { useShown } from './shown';
import { inboxHref, views } from './views';
import './list.css';

/** One view of the inbox. */
export function InboxList({ view, selected }: { view: View; selected: string | null }) {
  const { store } = useDesk();
  const list = useRef<HTMLUListElement>(null);
  const selection = useMemo(createSelection, [view]);
  const Heading = selected ? 'h2' : 'h1';
  const inbox = useDeferred(store.inbox(view).value);
  const unassigned = store.inbox('unassigned').value;
  const { shown, end } = useShown(view, inbox.rows.length);
  const ids = inbox.rows.map(({ conversation }) => conversation);
  const known = useRef(ids);
  known.current = ids;
  const choose = useCallback(
    (conversation: string, through: boolean) => selection.toggle(conversation, known.current, through),
    [selection],
  );
  useListKeys(list, choose, selection.clear);
  // What has left the list is not selected any more.
  const chosen = selection.chosen.value;
  return (
    <section class="list" aria-labelledby="list-heading">
      <Heading id="list-heading" class="heard">
        Inbox
      </Heading>
      <nav class="tabs" aria-label="Views">
        {views.map((words) => (
          <a
            key={words.view}
            class="tab"
            href={inboxHref(words.view, selected)}
            aria-current={words.view === view ? 'page' : undefined}
          >
            {words.label}
            {words.view === 'unassigned' && unassigned.rows.length > 0 && (
              <span class="tab-count">
                {unassigned.rows.length}
                {unassigned.more && '+'}
              </span>
            )}
          </a>
        ))}
      </nav>
      <div class="list-scroll">
        <ul ref={list} class={`rows${chosen.size > 0 ? ' rows-choosing' : ''}`} aria-busy={inbox.loading}>
          {inbox.rows.slice(0, shown).map((row) => (
            <ListRow
              key={row.conversation}
              row={row}
              view={view}
              selected={row.conversation === selected}
              chosen={chosen.has(row.conversation)}
              onChoose={choose}
            />
          ))}
          <li ref={end} class="rows-end" aria-hidden="true" />
        </ul>
        {shown === inbox.rows.length && <Below view={view} inbox={inbox} />}
      </div>
      <BulkBar selection={selection} rows={ids} />
    </section>
  );
}

// What follows the rows, or stands in for them.
function Below({ view, inbox }: { view: View; inbox: InboxState }) {
  const { store } = useDesk();
  const load = () => void store.loadMore(view);
  if (inbox.failed) {
    return (
      <div class="list-note" role="alert">
        <p>{inbox.failed}</p>
        <Button label="Try again" onPress={load} />
      </div>
    );
  }
  if (inbox.loading) return <ListSkeleton rows={inbox.rows.length === 0 ? 6 : 1} />;
  if (inbox.more) {
    return (
      <div class="list-note">
        <Button label="Load more" tone="quiet" onPress={load} />
      </div>
    );
  }
  const words = views.find((candidate) => candidate.view === view);
  if (inbox.rows.length > 0 || !words) return null;
  return (
    <div class="list-note list-empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
    </div>
  );
}
