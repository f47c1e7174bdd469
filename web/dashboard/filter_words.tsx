import { useLocation } from 'preact-iso';
import { noFilter } from '../sync/store';
import { Button } from '../ui/button';
import { words } from '../words/dashboard';
import { chosenIn } from './filters';
import { inboxHref, type Where } from './views';

const { filters } = words.inbox;

export const isFiltered = ({ filter }: Where): boolean => chosenIn(filter).length > 0;

/** Stands in for the rows of a list whose filter is too narrow. */
export function NothingPasses({ where }: { where: Where }) {
  const { route } = useLocation();
  return (
    <div class="list-note list-empty">
      <h2>{filters.nothing}</h2>
      <p>{filters.nothingMore}</p>
      <Button label={filters.clear} onPress={() => route(inboxHref({ ...where, filter: noFilter }))} />
    </div>
  );
}
