// What this browser keeps, as those see it who read and write it.
import type { List, Refused } from './model';
import type { Entry, Numbered } from './outbox';
import type { Me, Row } from './protocol';
import type { Confirmed } from './replica';
import type { CountedUpTo } from './tally';

/** Where `inbox` and `events` stand in the server's log, and which tab may move them. */
export interface Head {
  readonly epoch: string;
  readonly position: number;
  readonly me: Me;
  /** By how many milliseconds the server's clock is ahead of this machine's. */
  readonly ahead: number;
  /** How many conversations there are in each view, if somebody has asked. */
  readonly counted?: CountedUpTo | null;
  /** When the server was last heard, in milliseconds since 1970 by this browser's clock. Only ever shown. */
  readonly heard_at: number;
}

/** How far a list has been loaded: its cursor, and the activity of its last row. */
export interface Coverage {
  readonly next: string | null;
  readonly oldest: number;
}

export interface Draft {
  readonly conversation: string;
  readonly tab: string;
  readonly text: string;
}

export interface Waiting {
  /** The name under which the server is asked. */
  readonly client: string;
  /** Up to which number the server has decided what was asked under it. */
  readonly reached: number;
  readonly outbox: readonly Entry[];
  readonly refused: readonly Refused[];
}

/** What a tab starts with. */
export interface Saved extends Waiting {
  readonly head: Head | null;
  readonly lists: Readonly<Partial<Record<List, Coverage>>>;
  readonly rows: readonly Row[];
  readonly included: readonly Included[];
  readonly drafts: readonly Draft[];
}

/** As it is at a position, and the commands whose effect is in there: some of the outbox, and all up to a number. */
export interface Kept<T> {
  /** Null: nothing is kept. */
  readonly epoch: string | null;
  readonly position: number;
  readonly what: T;
  readonly reached: Numbered;
  readonly included: readonly Included[];
}

/** The last command whose effect is in what is known of a conversation. */
export interface Included extends Numbered {
  readonly conversation: string;
}

/** What a patch, a new beginning or a snapshot makes of it. */
export interface Change {
  /** The position that it was made for: it is refused if what is kept is elsewhere, or of another epoch. */
  readonly from: number;
  /** Where it leads to. */
  readonly head: Head;
  readonly known: readonly Confirmed[];
  /** Only a snapshot can tell how they are now. */
  readonly lost: readonly string[];
  readonly answered: readonly Entry[];
  /** Up to which number the server has decided what was asked by whom; null: it did not say. */
  readonly reached: Numbered | null;
  readonly included: readonly Included[];
  /** Entries that go on waiting, as they are now. */
  readonly altered: readonly Entry[];
  readonly refused: readonly Refused[];
}

export type Begun = 'written' | 'not leading';
export type Written = Begun | 'elsewhere';
