// What the widget says by itself. Labels and refusals are in rules/words.ts.
import type { Event, Status } from '../rules/types.gen';
import type { Connection } from '../sync/store';

export const phrases = {
  greeting: 'How can we help?',
  greetingMore: 'Send us a message. A person will read it and write back here.',
  anew: 'A new conversation',
  anewMore: 'It is linked to the one before, so you need not say everything again.',
  placeholder: 'Write a message…',
  send: 'Send',
  minimise: 'Minimise chat',
  keepChatting: 'Keep chatting',
  endQuestion: 'End this chat?',
  startNew: 'Start a new conversation',
  startNewWithThis: 'Start a new conversation with it',
  discard: 'Discard',
  noMore: 'No more messages can be sent here.',
  keptDraft: 'What you have written is kept:',
  previous: 'Earlier conversation',
  sending: 'Sending…',
  sent: 'Sent',
  seen: 'Seen',
  newMessages: 'New messages',
  notDelivered: 'Not delivered',
  loading: 'Loading the conversation…',
  messages: 'Messages',
};

export const isWriting = (who: string) => `${who} is writing…`;

type NameOf = (author: Event['by']) => string;

/** A line between the messages, or null where there is nothing to say. `next` is what happened right after. */
export function lineOf(event: Event, next: Event | undefined, nameOf: NameOf, visitor: string): string | null {
  const { by, fact } = event;
  const who = by.id === visitor ? 'You' : nameOf(by);
  switch (fact.type) {
    case 'claimed':
      return `${who} joined`;
    case 'assigned':
      return `${nameOf({ role: 'agent', id: fact.agent })} joined`;
    case 'released':
      return `${who} left`;
    case 'session_ended':
      // "Closed by" tells that, too.
      return next?.fact.type === 'closed' && next.by.id === by.id ? null : `${who} ended the chat`;
    case 'closed':
      return `This chat was closed by ${by.id === visitor ? 'you' : nameOf(by)}.`;
    case 'reopened':
    case 'close_undone':
      return `${who} reopened the chat`;
    case 'started':
    case 'session_started':
    case 'message_received':
    case 'replied':
    case 'note_added':
    case 'marked_no_reply_needed':
    case 'snoozed':
    case 'woken':
    case 'topics_set':
    case 'marked_read':
    case 'customer_left':
    case 'customer_returned':
      return null;
  }
}

const expectations: Record<Status, (site: string) => string> = {
  new: () => 'With you in a moment',
  open: (site) => site,
  waiting: (site) => site,
  closed: () => 'This chat is closed',
};

/** The line below the name: what the visitor can expect. */
export const expectation = (status: Status, site: string): string => expectations[status](site);

/** Null while there is nothing to tell. */
export function connectionWords(connection: Connection, waiting: number): string | null {
  if (connection.state !== 'offline') return null;
  return waiting > 0 ? 'No connection. Your message is kept.' : 'No connection. Reconnecting…';
}
