// What the pages are given: everything that they draw, and everything that can be asked for.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Rules } from '../rules/rules';
import type { Author, Availability, ButtonId, Command, Confirmation, Event, Rejection } from '../rules/types.gen';
import type { CustomerDetails, Me, Row, View } from './protocol';
import type { Transport } from './transport';

/** 'own': a visitor's own conversations. */
export type List = View | 'own';

export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'offline'; since: number }
  | { state: 'signed_out' };

/** Asked for, and not yet answered by the server. `n` names it on this client for as long as the store lives. */
export interface Pending {
  n: number;
  conversation: string;
  commands: Command[];
  button: ButtonId | null;
  status: 'waiting';
}

/** A command that did not take place, with its text. */
export interface Refused {
  n: number;
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
  rows: Row[];
  loading: boolean;
  more: boolean;
  failed: string | null;
}

export type ConversationState =
  | { status: 'loading' }
  | { status: 'missing' }
  | { status: 'failed'; why: string }
  | {
      status: 'ready';
      row: Row;
      /** The version that somebody who looks at this has seen; see PressOptions. */
      seen: number;
      buttons: Availability[];
      transcript: TranscriptEntry[];
      /** Null for visitors, and until it is loaded. */
      customer: CustomerDetails | null;
      refused: Refused[];
    };

export interface PressOptions {
  text?: string;
  confirmed?: Confirmation[];
  /** What was on the screen when a question was put: a confirmation is valid for that only. Default: what is now. */
  seen?: number;
}

export interface Store {
  readonly rules: Rules;
  readonly me: ReadonlySignal<Me | null>;
  readonly connection: ReadonlySignal<Connection>;
  /** The server runs other rules: nothing is predicted, and the page is to be loaded again. */
  readonly outdated: ReadonlySignal<boolean>;
  readonly pending: ReadonlySignal<readonly Pending[]>;
  /** The last time that this page went on to the next customer. */
  readonly next: ReadonlySignal<NextCustomer | null>;

  /** Loaded when first asked for, and kept right from then on. */
  inbox(view: List): ReadonlySignal<InboxState>;
  /** The next page, or the same again where it failed. */
  loadMore(view: List): Promise<void>;
  conversation(id: string): ReadonlySignal<ConversationState>;

  /** Null: it is queued, and drawn already. Else why not, and nothing is queued. */
  press(conversation: string, button: ButtonId, options?: PressOptions): Rejection | null;
  /** Whoever is signed in has this conversation before their eyes. */
  markRead(conversation: string): void;
  /** Visitors, once `me` is there: the new conversation's id. */
  startConversation(text: string, linkedTo?: string): string;
  /** A refused card was dealt with. */
  dismiss(n: number): void;

  /** For somebody unknown, a word for their role. */
  nameOf(author: Author): string;

  /** The network is back: whatever waits to be tried again is tried now. */
  wake(): void;
  /** Starts over, as after signing in. What is pending stays if it is the same person. */
  reset(): void;
  close(): void;
}

export interface StoreOptions {
  rules: Rules;
  transport: Transport;
  /** Milliseconds since 1970. */
  clock: () => number;
}
