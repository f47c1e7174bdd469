import { type Filter, noFilter, queryOf, type View } from '../sync/store';
import { words } from '../words/dashboard';
import { filterIn } from './filters';

export interface ViewWords {
  view: View;
  label: string;
  /** How the number of its conversations is shown, if it asks for something to be done. */
  counted?: 'urgent' | 'quiet';
  emptyTitle: string;
  emptyText: string;
}

const said = words.inbox.views;

/** In the order of the tabs; the first is the one without a name in the address. */
export const views: readonly ViewWords[] = [
  { view: 'open', counted: 'quiet', ...said.open },
  { view: 'unassigned', counted: 'urgent', ...said.unassigned },
  { view: 'mine', counted: 'quiet', ...said.mine },
  { view: 'waiting', counted: 'quiet', ...said.waiting },
  { view: 'snoozed', counted: 'quiet', ...said.snoozed },
  { view: 'closed', ...said.closed },
];

/** What the list shows: a view, or what is found by words; and of that, what passes the filter. */
export interface Where {
  view: View;
  search: string;
  filter: Filter;
}

export function whereIn(query: Record<string, string | undefined>): Where {
  const { view, q = '' } = query;
  return { view: views.find((known) => known.view === view)?.view ?? 'open', search: q, filter: filterIn(query) };
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
