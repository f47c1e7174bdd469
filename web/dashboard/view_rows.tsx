import { useMemo } from 'preact/hooks';
import type { InboxState } from '../sync/store';
import { Button } from '../ui/button';
import { useDeferred } from '../ui/deferred';
import { useDesk } from './context';
import { isFiltered, NothingPasses, onlyHere } from './filter_words';
import { ListSkeleton } from './list_skeleton';
import { Rows, type RowsProps } from './rows';
import { views, type Where } from './views';

/** The conversations of one view. */
export function ViewRows(props: RowsProps) {
  const { store } = useDesk();
  const { where } = props;
  const inbox = useDeferred(store.inbox(where.view, where.filter).value);
  const rows = useMemo(() => inbox.rows.map((row) => ({ row })), [inbox.rows]);
  return (
    <>
      {inbox.from === 'browser' && <p class="list-count">{onlyHere(rows.length)}</p>}
      <Rows {...props} rows={rows} busy={inbox.loading} />
      <Below where={where} inbox={inbox} />
    </>
  );
}

// What follows the rows, or stands in for them.
function Below({ where, inbox }: { where: Where; inbox: InboxState }) {
  const { store } = useDesk();
  const load = () => void store.loadMore(where.view, where.filter);
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
        {inbox.rows.length === 0 && <p>Nothing among the newest ones.</p>}
        <Button label="Load more" tone="quiet" onPress={load} />
      </div>
    );
  }
  if (inbox.rows.length > 0 || inbox.from === 'browser') return null;
  if (isFiltered(where)) return <NothingPasses where={where} />;
  const words = views.find(({ view }) => view === where.view);
  if (!words) return null;
  return (
    <div class="list-note list-empty">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
    </div>
  );
}
