import { en as rules } from '../../rules/words/en';
import { count } from '../count';
import { en as common } from './common';

const page = {
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
  isWriting: (who: string) => `${who} is writing…`,
  joined: (who: string) => `${who} joined`,
  left: (who: string) => `${who} left`,
  /** Who did it; null: the visitor did. */
  ended: (who: string | null) => `${who ?? 'You'} ended the chat`,
  closed: (who: string | null) => `This chat was closed by ${who ?? 'you'}.`,
  reopened: (who: string | null) => `${who ?? 'You'} reopened the chat`,
  rated: (score: number) => `You rated this chat ${count(score)} of ${count(5)}. Thank you.`,
  soon: 'With you in a moment',
  isClosed: 'This chat is closed',
  offline: 'No connection. Reconnecting…',
  offlineKept: 'No connection. Your message is kept.',
};

export const catalogue = { rules, common, page };
