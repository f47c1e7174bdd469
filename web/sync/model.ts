// What the pages are given: everything that they draw, and everything that can be asked for.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Reason } from '../rules/customer_words';
import type { CustomerRules, Rules } from '../rules/rules';
import type {
  Actor,
  Author,
  Availability,
  ButtonId,
  Command,
  Confirmation,
  Event,
  History,
  Payload,
  Rejection,
} from '../rules/types.gen';
import type { Drafts } from './drafts';
import type { Filter } from './filter';
import type { Foreseen, Hindrance } from './foresight';
import type { Keeping } from './keeper';
import type { Counts, CustomerDetails, Me, Row, View } from './protocol';
import type { Found } from './search';
import type { Shift } from './shift';
import type { Ports } from './tabs';
import type { Transport } from './transport';

/** 'own': a visitor's own conversations. */
export type List = View | 'own';

/** `since`: when the server was last heard, in milliseconds since 1970; null: never. */
export type Connection =
  | { state: 'connecting'; since: number | null }
  | { state: 'live' }
  | { state: 'offline'; since: number | null }
  | { state: 'signed_out' };

/** How old what is shown may be. 'behind': something was missed, and is being asked for. */
export type Freshness =
  | { state: 'live' }
  | { state: 'behind'; since: number | null }
  | { state: 'offline'; since: number | null };

/** Asked for, and not yet answered by the server. `id` names it in this browser. */
export interface Pending {
  id: string;
  conversation: string;
  commands: Command[];
  button: ButtonId | null;
  status: 'waiting';
}

/** A command that did not take place, with its text. */
export interface Refused {
  /** Of the entry that it was. */
  id: string;
  conversation: string;
  commands: Command[];
  code: Rejection | 'newer_client';
  detail: Record<string, unknown> | null;
  /** 'expected': our rules say that the server will refuse it; its answer is still to come. */
  verdict: 'final' | 'expected';
}

/** What came of going on to the next customer: a conversation, or why there is none. */
export interface NextCustomer {
  after: string;
  next: string | null;
  nobody: Rejection | null;
}

/** Entries that are 'waiting' are predictions: what pending commands will lead to, as far as we know. */
export interface TranscriptEntry {
  event: Event;
  sent: 'confirmed' | 'waiting';
}

export interface InboxState {
  /** Newest activity first. */
  rows: readonly Row[];
  loading: boolean;
  more: boolean;
  failed: string | null;
  /** 'browser': only what this browser has, until the server can be asked. */
  from: 'server' | 'browser';
  fresh: Freshness;
}

/**
 * Why a button is disabled: the refusal of the rules, or 'needs_connection' for what only the server can decide and for
 * what depends on that.
 */
export type ButtonState = Omit<Availability, 'rejection'> & { rejection: Rejection | 'needs_connection' | null };

export type ConversationState =
  | { status: 'loading' }
  | { status: 'missing'; refused: readonly Refused[] }
  | { status: 'failed'; why: string }
  | {
      status: 'ready';
      row: Row;
      /** The version that somebody who looks at this has seen; see PressOptions. */
      seen: number;
      buttons: ButtonState[];
      fresh: Freshness;
      /** What waits here can still turn out otherwise: it depends on what others do. */
      uncertain: boolean;
      transcript: TranscriptEntry[];
      /** Null for visitors, and until it is loaded. */
      customer: CustomerDetails | null;
      refused: Refused[];
    };

/** With what a button is pressed. */
export interface PressOptions extends Partial<Payload> {
  confirmed?: Confirmation[];
  /** What was on the screen when a question was put: a confirmation is valid for that only. Default: what is now. */
  seen?: number;
}

/** What a visitor's page has. */
export interface VisitorStore {
  readonly rules: CustomerRules;
  readonly me: ReadonlySignal<Me | null>;
  readonly connection: ReadonlySignal<Connection>;
  /** The server runs other rules: nothing is predicted, and the page is to be loaded again. */
  readonly outdated: ReadonlySignal<boolean>;
  readonly pending: ReadonlySignal<readonly Pending[]>;
  /** Every card that nobody has dealt with yet, also where the conversation itself cannot be shown. */
  readonly refused: ReadonlySignal<readonly Refused[]>;
  /** Whether this tab is the one, of those that share what is kept, that acts for all of them. */
  readonly leads: ReadonlySignal<boolean>;
  /** Whether what waits survives this page. */
  readonly keeping: ReadonlySignal<Keeping>;

  /** The server's time, as far as it is known: milliseconds since 1970. */
  now(): number;

  /** Loaded when first asked for, and kept right from then on. */
  inbox(list: 'own'): ReadonlySignal<InboxState>;
  conversation(id: string): ReadonlySignal<ConversationState>;

  /** Who is writing there, other than whoever is signed in. */
  typing(conversation: string): ReadonlySignal<Author | null>;
  /** Whoever is signed in is writing there: the others are told. */
  tellTyping(conversation: string): void;
  /** As it is now, with what waits; null: it is not known here. */
  row(conversation: string): Row | null;
  /** What pressing would come to: null if it would be done, else why not. 'reply_owed' can be confirmed. */
  verdict(conversation: string, button: ButtonId, options?: PressOptions): Reason | null;
  /** Null: it is queued, and drawn already. Else why not, and nothing is queued. */
  press(conversation: string, button: ButtonId, options?: PressOptions): Reason | null;
  /** Whoever is signed in has this conversation before their eyes. */
  markRead(conversation: string): void;
  /** Visitors, once `me` is there: the new conversation's id, which is `id` if that is given. */
  startConversation(text: string, linkedTo?: string | null, id?: string): string;
  /** A refused card was dealt with. */
  dismiss(id: string): void;

  /** For somebody unknown, a word for their role. */
  nameOf(author: Author): string;

  /** The network is back: whatever waits to be tried again is tried now. */
  wake(): void;
  /** Starts over, as after signing in. If it is somebody else, `me` is them, and the store is closed. */
  reset(): void;
  /** Once everything that was asked for is as safe as it can be. */
  settled(): Promise<void>;
  close(): void;
}

/** What the page of those who work here has. */
export interface Store extends VisitorStore {
  readonly rules: Rules;
  readonly drafts: Drafts;
  /** What whoever is signed in can switch, beyond conversations. */
  readonly shift: Shift;
  /** Somebody of the team, as they are now. */
  present(actor: Actor): Actor;
  /** Whom the server would give after this conversation, as far as is known here; null: not to be known. */
  foresee(leaving: string | null): Foreseen | null;
  /** Why the server would give nobody, whoever waits. */
  takesNobody(): Hindrance | null;
  /** The last time that this page went on to the next customer. */
  readonly next: ReadonlySignal<NextCustomer | null>;

  inbox(list: List, filter?: Filter): ReadonlySignal<InboxState>;
  /** The next page, or the same again where it failed. */
  loadMore(list: View, filter?: Filter): Promise<void>;
  /** How many there are in each view, with what waits; null: not known (yet), as with a filter by more than site and
   *  channel. For agents. */
  counts(filter?: Filter): ReadonlySignal<Counts | null>;

  /** Where all of these words were said. Never fails: without the server, it looks through what is here. */
  search(words: string, filter?: Filter): Promise<Found>;
  /** All that happened there, for rules.explain; null: it cannot be had now. */
  history(conversation: string): Promise<History | null>;
  /** Whether the customer wrote something there that whoever is signed in has not read. */
  unread(conversation: string): boolean;
  /** Presses it in each of these, as one; answers with those where it is queued. */
  pressAll(conversations: readonly string[], button: ButtonId, options?: PressOptions): string[];
}

export interface VisitorStoreOptions {
  rules: CustomerRules;
  transport: Transport;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Without it, nothing survives this page. */
  keep?: Keep;
}

export interface StoreOptions extends VisitorStoreOptions {
  rules: Rules;
}

/** What the browser keeps, and for whom. */
export interface Keep {
  /** Of the database, and of what its tabs say to each other. */
  name: string;
  /** Whose it is; if somebody else turns out to be signed in, nothing is sent. Null: whoever it is. */
  person: string | null;
  /** Null: where a browser has no locks, a tab is alone, and keeps nothing. */
  ports: Ports | null;
}
