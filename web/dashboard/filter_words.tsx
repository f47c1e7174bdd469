import { useLocation } from 'preact-iso';
import { noFilter } from '../sync/store';
import { Button } from '../ui/button';
import { chosenIn } from './filters';
import { inboxHref, type Where } from './views';

export const isFiltered = ({ filter }: Where): boolean => chosenIn(filter).length > 0;

/** Of a list that the server could not be asked for. */
export const onlyHere = (count: number): string =>
  `${count === 0 ? 'Nothing' : count} among what this browser has. The rest has to wait for the connection.`;

/** Stands in for the rows of a list whose filter is too narrow. */
export function NothingPasses({ where }: { where: Where }) {
  const { route } = useLocation();
  return (
    <div class="list-note list-empty">
      <h2>Nothing matches</h2>
      <p>No conversation in this view passes all of these filters.</p>
      <Button label="Clear the filters" onPress={() => route(inboxHref({ ...where, filter: noFilter }))} />
    </div>
  );
}
