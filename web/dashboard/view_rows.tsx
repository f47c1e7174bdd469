import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { InboxState } from '../sync/store';
import { Button } from '../ui/button';
import { useDeferred } from '../ui/deferred';
import { useNear } from '../ui/near';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { isFiltered, NothingPasses } from './filter_words';
import { ListSkeleton } from './list_skeleton';
import { Rows, type RowsProps } from './rows';
import { views, type Where } from './views';

const { list } = words.inbox;

/** The conversations of one view. */
export function ViewRows(props: RowsProps) {
  const { store } = useDesk();
  const { where } = props;
  const inbox = useDeferred(store.inbox(where.view, where.filter).value);
  const rows = useMemo(() => inbox.rows.map((row) => ({ row })), [inbox.rows]);
  return (
    <>
      {inbox.from === 'browser' && <p class="list-count">{list.onlyHere(rows.length)}</p>}
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
        <Button label={words.app.shared.tryAgain} onPress={load} />
      </div>
    );
  }
  if (inbox.loading) return <ListSkeleton rows={inbox.rows.length === 0 ? 6 : 1} />;
  if (inbox.more) return <More none={inbox.rows.length === 0} load={load} />;
  if (inbox.rows.length > 0 || inbox.from === 'browser') return null;
  if (isFiltered(where)) return <NothingPasses where={where} />;
  const empty = views.find(({ view }) => view === where.view);
  if (!empty) return null;
  return (
    <div class="list-note list-empty">
      <h2>{empty.emptyTitle}</h2>
      <p>{empty.emptyText}</p>
    </div>
  );
}

// Loads by itself when one comes near, as long as something comes of it.
function More({ none, load }: { none: boolean; load: () => void }) {
  const note = useRef<HTMLDivElement>(null);
  const near = useNear(note);
  useEffect(() => {
    if (near && !none) load();
  }, [near]);
  return (
    <div ref={note} class="list-note">
      {none && <p>{list.noneOfNewest}</p>}
      <Button label={list.loadMore} tone="quiet" onPress={load} />
    </div>
  );
}
