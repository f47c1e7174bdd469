// By what a list can be narrowed, and to what.
import { channels, statuses } from '../rules/words';
import { type Filter, filterNames, type Me, type Store, type View } from '../sync/store';
import { words } from '../words/dashboard';
import { topicName } from './topic_name';

export type FilterName = (typeof filterNames)[number];

export const labels: Record<FilterName, string> = words.inbox.filters.names;

const { owners } = words.inbox.filters;
const valueLength_max = 200;

export interface Choice {
  value: string;
  label: string;
}

export interface Offer {
  name: FilterName;
  choices: Choice[];
}

const choicesIn = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const choices: Record<FilterName, (me: Me) => Choice[]> = {
  status: () => choicesIn(statuses),
  owner: ({ actor: self, colleagues }) => [
    ...choicesIn(owners),
    ...colleagues
      .filter(({ actor }) => actor.id !== self.id)
      .map(({ actor, name }) => ({ value: actor.id, label: name })),
  ],
  channel: () => choicesIn(channels),
  site: ({ sites }) => (sites.length > 1 ? sites.map(({ id, name }) => ({ value: id, label: name })) : []),
  topic: ({ policy }) => policy.topics.map((topic) => ({ value: topic, label: topicName(topic) })),
};

/** What the view says itself already. */
const settled: Partial<Record<View, readonly FilterName[]>> = {
  unassigned: ['status', 'owner'],
  mine: ['owner'],
  waiting: ['status'],
  closed: ['status'],
};

/** What of a filter is left to say in a view. */
export function within(view: View, filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !settled[view]?.includes(name as FilterName)));
}

/** `view` null: what is found by words is looked for in all of them. */
export function offers(view: View | null, me: Me, filter: Filter): Offer[] {
  return filterNames
    .filter((name) => view === null || !settled[view]?.includes(name))
    .map((name) => {
      const can = choices[name](me).filter(({ value }) => view === null || name !== 'status' || value !== 'closed');
      const chosen = filter[name];
      // What stands in an old address may not be there any more.
      const isOld = chosen !== undefined && !can.some(({ value }) => value === chosen);
      return { name, choices: isOld ? [...can, { value: chosen, label: chosen }] : can };
    })
    .filter((offer) => offer.choices.length > 0);
}

export const chosenIn = (filter: Filter): FilterName[] => filterNames.filter((name) => filter[name] !== undefined);

/** `value` empty: whatever it is. */
export function withChoice(filter: Filter, name: FilterName, value: string): Filter {
  const { [name]: _, ...others } = filter;
  return value === '' ? others : { ...others, [name]: value };
}

const names: Record<FilterName, (value: string, store: Store) => string> = {
  status: (value) => statuses[value as keyof typeof statuses],
  owner: (value, store) => owners[value as keyof typeof owners] ?? store.nameOf({ role: 'agent', id: value }),
  channel: (value) => channels[value as keyof typeof channels],
  site: (value, store) => store.me.value?.sites.find(({ id }) => id === value)?.name ?? value,
  topic: topicName,
};

export const wordFor = (name: FilterName, filter: Filter, store: Store): string =>
  names[name](filter[name] ?? '', store);

const known: Partial<Record<FilterName, object>> = { status: statuses, channel: channels };

/** From an address. What has no meaning is left out. */
export function filterIn(query: Record<string, string | undefined>): Filter {
  const said = filterNames.flatMap((name) => {
    const value = query[name] ?? '';
    const fits = value !== '' && value.length <= valueLength_max && Object.hasOwn(known[name] ?? { [value]: 0 }, value);
    return fits ? [[name, value]] : [];
  });
  return Object.fromEntries(said);
}
