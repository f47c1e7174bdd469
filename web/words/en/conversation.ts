import { count } from '../count';
import type { Who } from '../who';

export const conversation = {
  pane: {
    loading: 'Loading the conversation…',
    missing: 'There is no such conversation',
    missingMore: 'Or it belongs to a site that is not yours.',
    failed: 'This conversation did not load',
    backToList: 'Back to the list',
    backToInbox: 'Back to the inbox',
    dismiss: 'Dismiss',
  },
  header: {
    unconfirmed: 'not confirmed yet',
    more: 'More for this conversation',
    aboutCustomer: 'About the customer',
  },
  actions: { reply: 'Write a reply', note: 'Write an internal note' },
  transcript: {
    title: 'Transcript',
    isWriting: (who: string) => `${who} is writing…`,
    newBelow: 'New below',
    note: 'Internal note · only your team sees this',
    kept: 'Not sent yet',
    sending: 'Sending…',
    sent: 'Sent',
    seen: 'Seen',
    meanwhile: 'Arrived while the reply was being written',
  },
  events: {
    started: ({ name }: Who) => `${name} started this conversation`,
    continued: ({ name }: Who) => `${name} went on here from an earlier conversation`,
    session_started: ({ name }: Who) => `${name} started the chat`,
    claimed: ({ name }: Who) => `${name} claimed this conversation`,
    released: ({ name }: Who) => `${name} unassigned this conversation`,
    assigned: ({ name }: Who, to: Who) => `${name} assigned this conversation to ${to.you ? 'you' : to.name}`,
    marked_no_reply_needed: ({ name }: Who) => `${name} marked this as needing no reply`,
    session_ended: ({ name }: Who) => `${name} ended the chat`,
    closed: ({ name }: Who) => `${name} closed this conversation`,
    reopened: ({ name }: Who) => `${name} reopened this conversation`,
    close_undone: ({ name }: Who) => `${name} undid the close`,
    /** `until` null: the customer writes. */
    snoozed: ({ name }: Who, until: string | null) => `${name} snoozed this until ${until ?? 'the customer writes'}`,
    woken: ({ name }: Who) => `${name} brought this conversation back`,
    /** `topics` null: none are left. */
    topics_set: ({ name }: Who, topics: string | null) =>
      topics === null ? `${name} took all topics away` : `${name} set the topics: ${topics}`,
    marked_read: ({ name }: Who) => `${name} read this conversation`,
    customer_left: () => 'The customer left the page',
    customer_returned: () => 'The customer came back',
    /** `text` null: without words. */
    rated: ({ name }: Who, score: number, text: string | null) =>
      `${name} rated this conversation ${count(score)} of ${count(5)}${text === null ? '' : `: “${text}”`}`,
    identified: () => 'The website signed the customer in',
  },
  handOver: {
    nobody: 'Nobody else works on this site.',
    takes: 'Available',
    full: 'At capacity',
    away: 'Not available',
  },
  history: {
    title: 'History',
    notLoaded: 'The history has to wait for the connection.',
    moment: 'Moment',
    place: (nth: number, all: number) => `${count(nth)} of ${count(all)}`,
    placeHeard: (nth: number, all: number, when: string) => `${count(nth)} of ${count(all)}, ${when}`,
    assignedTo: (owner: string) => `Assigned to ${owner}`,
    allowed: 'Yes',
  },
  topics: {
    title: 'Topics',
    choose: 'Choose a topic',
    chooseToClose: 'Choose a topic to close',
    change: 'Change topics',
  },
  refused: {
    notYet: (why: string) => `Not sent yet, and it will be refused. ${why}`,
    sendAgain: 'Send again',
    reopenAndSend: 'Reopen and send',
    addAgain: 'Add again',
    keepAsNote: 'Keep as note',
    copy: 'Copy the text',
    discard: 'Discard',
  },
};
