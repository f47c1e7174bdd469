import { type Filter, noFilter, queryOf, type View } from '../sync/store';
import { filterIn } from './filters';

export interface ViewWords {
  view: View;
  label: string;
  /** How the number of its conversations is shown, if it asks for something to be done. */
  counted?: 'urgent' | 'quiet';
  emptyTitle: string;
  emptyText: string;
}

/** In the order of the tabs; the first is the one without a name in the address. */
export const views: readonly ViewWords[] = [
  {
    view: 'open',
    label: 'Open',
    counted: 'quiet',
    emptyTitle: 'All wrapped up',
    emptyText: 'Every conversation that is neither closed nor snoozed shows up here.',
  },
  {
    view: 'unassigned',
    label: 'Unassigned',
    counted: 'urgent',
    emptyTitle: 'Nobody is waiting',
    emptyText: 'New chats show up here until somebody claims them.',
  },
  {
    view: 'mine',
    label: 'Mine',
    counted: 'quiet',
    emptyTitle: 'Nothing on your desk',
    emptyText: 'Conversations that you claim show up here.',
  },
  {
    view: 'waiting',
    label: 'Waiting',
    counted: 'quiet',
    emptyTitle: 'No answers to wait for',
    emptyText: 'Conversations that were answered, and wait for the customer, show up here.',
  },
  {
    view: 'snoozed',
    label: 'Snoozed',
    counted: 'quiet',
    emptyTitle: 'Nothing put off',
    emptyText: 'Snoozed conversations stay here until their time has come, or the customer writes.',
  },
  {
    view: 'closed',
    label: 'Closed',
    emptyTitle: 'Nothing closed yet',
    emptyText: 'Closed conversations can be found and reopened here.',
  },
];

/** What the list shows: a view, or what is found by words; and of that, what passes the filter. */
export interface Where {
  view: View;
  search: string;
  filter: Filter;
}

export function whereIn(query: Record<string, string | undefined>): Where {
  const { view, q = '' } = query;
  return { view: views.find((words) => words.view === view)?.view ?? 'open', search: q, filter: filterIn(query) };
}

const root = '/dashboard/chat/inbox';

export function inboxHref(
  { view = 'open', search = '', filter = noFilter }: Partial<Where> = {},
  conversation: string | null = null,
) {
  const path = conversation ? `${root}/${encodeURIComponent(conversation)}` : root;
  const query = new URLSearchParams(queryOf(filter));
  if (view !== 'open') query.set('view', view);
  if (search) query.set('q', search);
  return query.size > 0 ? `${path}?${query}` : path;
}
