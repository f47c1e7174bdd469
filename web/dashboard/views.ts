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

export const viewOf = (name: string | undefined): View => views.find((words) => words.view === name)?.view ?? 'open';

const root = '/dashboard/chat/inbox';

export function inboxHref(view: View, conversation: string | null = null): string {
  const path = conversation ? `${root}/${encodeURIComponent(conversation)}` : root;
  return view === 'open' ? path : `${path}?view=${view}`;
}
