// Which conversations a list shows: those of a view, and of these those that pass a filter.
import type { Rules } from '../rules/rules';
import type { Channel, Status } from '../rules/types.gen';
import type { Me, Row, View } from './protocol';

/** `owner`: an agent's id, 'me' or 'nobody'. Nothing is asked of what is absent. */
export interface Filter {
  readonly status?: Status;
  readonly owner?: string;
  readonly channel?: Channel;
  readonly site?: string;
  readonly topic?: string;
}

/** By what can be filtered, in the order in which it is said. */
export const filterNames = ['status', 'owner', 'channel', 'site', 'topic'] as const satisfies (keyof Filter)[];
export const noFilter: Filter = {};

const isQueued = ({ state }: Row) => state.phase.type === 'open' && state.snoozing.type === 'none';

const belongs: Record<View, (row: Row, me: Me, rules: Rules) => boolean> = {
  open: isQueued,
  unassigned: (row) => isQueued(row) && row.state.owner === null,
  mine: (row, me) => isQueued(row) && row.state.owner === me.actor.id,
  waiting: (row, _, rules) => isQueued(row) && rules.status(row.state) === 'waiting',
  snoozed: (row) => row.state.phase.type === 'open' && !isQueued(row),
  closed: ({ state }) => state.phase.type === 'closed',
};

export const viewNames = Object.keys(belongs) as View[];

export const isIn = (view: View, row: Row, me: Me, rules: Rules): boolean => belongs[view](row, me, rules);

function ownerIn({ owner }: Filter, me: Me): string | null {
  if (owner === 'nobody') return null;
  return owner === 'me' ? me.actor.id : (owner ?? null);
}

export function passes(filter: Filter, { state }: Row, me: Me, rules: Rules): boolean {
  const { status, owner, channel, site, topic } = filter;
  return (
    (status === undefined || rules.status(state) === status) &&
    (owner === undefined || state.owner === ownerIn(filter, me)) &&
    (channel === undefined || state.channel === channel) &&
    (site === undefined || state.site === site) &&
    (topic === undefined || state.topics.includes(topic))
  );
}

/** As the server is asked for it, and as it stands in an address: "&owner=me&channel=email". */
export function queryOf(filter: Filter): string {
  return filterNames
    .flatMap((name) => (filter[name] === undefined ? [] : [`&${name}=${encodeURIComponent(filter[name])}`]))
    .join('');
}
