import { useEffect, useState } from 'preact/hooks';
import type { Found } from '../sync/store';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { ListSkeleton } from './list_skeleton';
import { Rows, type RowsProps } from './rows';

const said = words.inbox.search;

/** The conversations in which all of the words were said, with where. */
export function SearchResults(props: RowsProps) {
  const { store } = useDesk();
  const { search, filter } = props.where;
  const [found, setFound] = useState<Found | null>(null);
  const live = store.connection.value.state === 'live';

  useEffect(() => {
    let wanted = true;
    void store.search(search, filter).then((now) => wanted && setFound(now));
    return () => {
      wanted = false;
    };
  }, [store, search, filter, live]);

  if (found === null) return <ListSkeleton rows={3} />;
  const { hits, from } = found;
  return (
    <>
      <p class="list-count" role="status">
        {from === 'browser' ? said.foundHere(hits.length) : said.found(hits.length)}
      </p>
      <Rows {...props} rows={hits} busy={false} />
    </>
  );
}
