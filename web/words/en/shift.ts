import { count } from '../count';
import { plurals } from '../plural';

const many = plurals('en');

export const shift = {
  availability: {
    title: 'Your availability',
    all: 'Available',
    none: 'Not available',
    some: (groups: string) => `Available for ${groups}`,
    about: 'You get new customers in what is switched on, up to your capacity.',
    take: (group: string) => `Take ${group}`,
    stopTaking: (group: string) => `Stop taking ${group}`,
  },
  load: {
    of: (load: number, capacity: number | null) =>
      capacity === null ? count(load) : `${count(load)} of ${count(capacity)}`,
    inHand: (group: string, load: string) => `${group}: ${load} in hand`,
  },
  away: {
    told: (minutes: number) => `You were away for ${count(minutes)} minutes, so new customers go to others.`,
    back: 'Take customers again',
    stay: 'Stay unavailable',
  },
  /** Another name than that of the button within a conversation, which leaves that one. */
  next: 'Next customer',
  forecast: {
    wroteAgain: (subject: string) => `Next is probably ${subject}, who wrote to you again.`,
    waits: (subject: string, group: string) => `Next is probably ${subject}, who waits longest in ${group}.`,
    unavailable: 'Nobody is next: you are not available.',
    atCapacity: 'Nobody is next: you have as many in hand as your capacity allows.',
    nobodyWaits: 'Probably nobody is next: nobody waits, as far as is known here.',
  },
  routing: {
    title: 'New chats, for everybody',
    ways: {
      claim: { label: 'Chats wait to be claimed', text: 'Whoever has time takes one.' },
      push: { label: 'Chats are given out', text: 'Each goes to whoever is available and has the least in hand.' },
    },
  },
  /** For one, or for many conversations that somebody has in hand. */
  leaving: {
    title: (n: number, group: string) =>
      many(n, {
        one: `You have a conversation in ${group}`,
        other: `You have ${count(n)} conversations in ${group}`,
      }),
    question: (n: number) =>
      many(n, {
        one: 'New customers go to others from now on. What is to become of this one?',
        other: 'New customers go to others from now on. What is to become of these?',
      }),
    keep: (n: number) => many(n, { one: 'Keep it', other: 'Keep them' }),
    giveBack: (n: number) => many(n, { one: 'Give it back to the queue', other: 'Give them back to the queue' }),
  },
  replyOwed: {
    title: (customer: string) => `${customer} is waiting for a reply`,
    question: 'Their last message has not been answered yet. Close the conversation without a reply?',
    closeAnyway: 'Close anyway',
    notNeeded: 'No reply needed',
    write: 'Write a reply',
  },
  /** What the buttons that close are called where they lead on. */
  afterClosing: {
    endCloseAndNext: 'End Chat, Close & Next',
    endCloseAndList: 'End Chat, Close & List',
    sendCloseAndList: 'Send and close & list',
  },
};
