import type { View } from '../sync/store';

export interface ViewWords {
  view: View;
  label: string;
  emptyTitle: string;
  emptyText: string;
}

/** In the order of the tabs; the first is the one without a name in the address. */
export const views: readonly ViewWords[] = [
  {
    view: 'open',
    label: 'Open',
    emptyTitle: 'All wrapped up',
    emptyText: 'Every conversation that is not closed shows up here.',
  },
  {
    view: 'unassigned',
    label: 'Unassigned',
    emptyTitle: 'Nobody is waiting',
    emptyText: 'New chats show up here until somebody claims them.',
  },
  {
    view: 'mine',
    label: 'Mine',
    emptyTitle: 'Nothing on your desk',
    emptyText: 'Conversations that you claim show up here.',
  },
  {
    view: 'closed',
    label: 'Closed',
    emptyTitle: 'Nothing closed yet',
    emptyText: 'Closed conversations can be found and reopened here.',
  },
];

/** What the list shows: a view, or what is found by words. */
export interface Where {
  view: View;
  search: string;
}

export function whereIn({ view, q = '' }: Record<string, string | undefined>): Where {
  return { view: views.find((words) => words.view === view)?.view ?? 'open', search: q };
}

const root = '/dashboard/chat/inbox';

export function inboxHref({ view = 'open', search = '' }: Partial<Where> = {}, conversation: string | null = null) {
  const path = conversation ? `${root}/${encodeURIComponent(conversation)}` : root;
  const query = new URLSearchParams();
  if (view !== 'open') query.set('view', view);
  if (search) query.set('q', search);
  return query.size > 0 ? `${path}?${query}` : path;
}
