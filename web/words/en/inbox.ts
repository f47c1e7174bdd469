import type { Reason } from '../../rules/words';
import { count } from '../count';
import { plurals } from '../plural';

const many = plurals('en');

const rest = 'The rest has to wait for the connection.';
const found = (n: number) => (n === 0 ? 'Nothing found' : `${count(n)} found`);

/** What is said of doing the same to many conversations. */
const doing = (act: string) => ({
  question: (n: number) => `${act} ${count(n)}?`,
  nothing: `Nothing to ${act.toLowerCase()}`,
  all: (n: number) => `${act} ${count(n)}`,
  anyway: (n: number) => `${act} ${count(n)} anyway`,
  withoutWaiting: (n: number) => `${act} ${count(n)}, without those that wait`,
});

const said = (one: string, other: string) => (n: number) =>
  many(n, { one: `${count(n)} ${one}.`, other: `${count(n)} ${other}.` });

export const inbox = {
  views: {
    open: {
      label: 'Open',
      emptyTitle: 'All wrapped up',
      emptyText: 'Every conversation that is neither closed nor snoozed shows up here.',
    },
    unassigned: {
      label: 'Unassigned',
      emptyTitle: 'Nobody is waiting',
      emptyText: 'New chats show up here until somebody claims them.',
    },
    mine: {
      label: 'Mine',
      emptyTitle: 'Nothing on your desk',
      emptyText: 'Conversations that you claim show up here.',
    },
    waiting: {
      label: 'Waiting',
      emptyTitle: 'No answers to wait for',
      emptyText: 'Conversations that were answered, and wait for the customer, show up here.',
    },
    snoozed: {
      label: 'Snoozed',
      emptyTitle: 'Nothing put off',
      emptyText: 'Snoozed conversations stay here until their time has come, or the customer writes.',
    },
    closed: {
      label: 'Closed',
      emptyTitle: 'Nothing closed yet',
      emptyText: 'Closed conversations can be found and reopened here.',
    },
  },
  list: {
    views: 'Views',
    loadMore: 'Load more',
    noneOfNewest: 'Nothing among the newest ones.',
    /** Of a list that the server could not be asked for. */
    onlyHere: (n: number) => `${n === 0 ? 'Nothing' : count(n)} among what this browser has. ${rest}`,
  },
  search: {
    placeholder: 'Search',
    all: 'Search all conversations',
    found,
    foundHere: (n: number) => `${found(n)}, among what this browser has. ${rest}`,
  },
  filters: {
    title: 'Filter',
    narrow: 'Filter the list',
    names: { status: 'Status', owner: 'Owner', channel: 'Channel', site: 'Site', topic: 'Topic' },
    owners: { me: 'Me', nobody: 'Nobody' },
    any: 'Any',
    clearAll: 'Clear all',
    chosen: 'Filters',
    remove: (filter: string) => `Remove the filter ${filter}`,
    nothing: 'Nothing matches',
    nothingMore: 'No conversation in this view passes all of these filters.',
    clear: 'Clear the filters',
  },
  row: {
    select: (subject: string) => `Select ${subject}`,
    ourReply: 'Our reply:',
    noMessages: 'No messages yet',
    teamNotes: 'Notes of the team',
    unanswered: 'Unanswered',
  },
  owner: { assignedTo: 'Assigned to', you: 'you' },
  due: {
    at: (time: string) => `Due ${time}`,
    in: (span: string) => `due in ${span}`,
    late: (span: string) => `${span} late`,
  },
  freshness: {
    catchingUp: 'Catching up…',
    asOf: (time: string) => `As of ${time}`,
    behind: (seconds: number) => `${count(seconds)} s behind`,
  },
  selection: {
    title: 'Selected conversations',
    selected: (n: number) => `${count(n)} selected`,
    clear: 'Clear the selection',
    all: (n: number) => `Select all ${count(n)}`,
    /** Null: nobody knows how many. */
    matching: (n: number | null) => (n === null ? 'Select all that match' : `Select all ${count(n)} that match`),
    first: (n: number) => `Select the first ${count(n)}`,
    loading: (n: number, all: number | null) =>
      all === null ? `Loading… ${count(n)} so far` : `Loading ${count(n)} of ${count(all)}…`,
    stop: 'Stop',
    full: 'That is as many as go at once.',
    failed: 'The rest could not be loaded.',
  },
  bulk: {
    claim: { ...doing('Claim'), will: said('will be yours', 'will be yours') },
    release: { ...doing('Unclaim'), will: said('will be unassigned', 'will be unassigned') },
    close: { ...doing('Close'), will: said('will close', 'will close') },
    ok: 'OK',
    wait: said('waits for a reply', 'wait for a reply'),
    wont: {
      owned_by: said('is owned by somebody else', 'are owned by others'),
      not_owner: said('is not yours', 'are not yours'),
      closed: said('is closed', 'are closed'),
      nothing_to_do: said('is so already', 'are so already'),
      unseen_message: said('has an unread message', 'have unread messages'),
      topic_required: said('needs a topic first', 'need a topic first'),
      needs_connection: said('has to wait for the connection', 'have to wait for the connection'),
    } satisfies Partial<Record<Reason, (n: number) => string>>,
    otherwise: said('cannot', 'cannot'),
  },
  undo: {
    closed: (n: number) => many(n, { one: 'Conversation closed.', other: `${count(n)} conversations closed.` }),
    seconds: (n: number) => `${count(n)} s`,
    dismiss: 'Dismiss',
  },
  nothingSelected: {
    choose: 'Choose a conversation',
    nobody: 'Nobody needs help right now',
    nobodyMore: 'New customers show up in the list as soon as they write.',
    unavailable: 'You take no new customers. Switch on above what you are available for.',
    /** The keys in brackets. */
    keys: '[J] and [K] move through the list, [Enter] opens, [G] gives the next customer.',
  },
};
