// How many conversations there are in each view: as the server has counted them, and with what has happened since.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Rules } from '../rules/rules';
import type { Conversations } from './conversations';
import { isIn, viewNames } from './filter';
import type { CountsAnswer, Me, Row, StoredEvent, View } from './protocol';
import type { Snapshots } from './snapshots';

export type Counts = Readonly<Record<View, number>>;

/** Everything up to here is counted. */
export interface Counted {
  readonly position: number;
  readonly counts: Counts;
}

/** What one event changed; null: that cannot be told here, since the conversation was not known before. */
interface Move {
  readonly position: number;
  readonly by: Counts | null;
}

/** So many are remembered, for an answer that is older than what was heard while it was under way. */
const movesMax = 1000;

export interface TallyParts {
  readonly me: ReadonlySignal<Me | null>;
  readonly rules: Rules;
  readonly snapshots: Snapshots;
  readonly conversations: Conversations;
}

export class Tally {
  /** With what waits; null: not known. */
  readonly state: ReadonlySignal<Counts | null>;
  readonly #parts: TallyParts;
  readonly #confirmed = signal<Counts | null>(null);
  /** What happened after `#from`, as far as it was heard. */
  #moves: Move[] = [];
  #from = -1;
  #wanted = false;
  #asking = false;

  constructor(parts: TallyParts) {
    this.#parts = parts;
    this.state = computed(() => this.#withPending());
    parts.conversations.onEvent = (stored, before, after) => this.#happened(stored, before, after);
  }

  /** Counted when first asked for, and kept right from then on. */
  get(): ReadonlySignal<Counts | null> {
    if (!this.#wanted) {
      this.#wanted = true;
      this.load();
    }
    return this.state;
  }

  /** Counted anew. Until then, it is as it was. */
  load(): void {
    const { snapshots } = this.#parts;
    if (!this.#wanted || this.#asking || !snapshots.isOpen) return;
    this.#asking = true;
    void snapshots.get<CountsAnswer>('inbox/counts', {
      take: (answer) => {
        this.#asking = false;
        if (!this.take(answer)) this.load();
      },
      fail: () => 'again',
    });
  }

  /** Whether everything that was heard is counted now. */
  take({ position, counts }: Counted): boolean {
    if (position < this.#from) return false;
    this.#from = position;
    this.#moves = this.#moves.filter((move) => move.position > position);
    this.#confirmed.value = this.#moves.reduce<Counts>((sum, { by }) => (by ? plus(sum, by) : sum), counts);
    return this.#moves.every(({ by }) => by !== null);
  }

  /** To be kept. */
  get counted(): Counted | null {
    const counts = this.#confirmed.peek();
    return counts && { position: Math.max(this.#from, this.#parts.conversations.position), counts };
  }

  restore(kept: Counted | null): void {
    this.#moves = [];
    this.#from = kept?.position ?? -1;
    this.#confirmed.value = kept?.counts ?? null;
  }

  /** What was missed is not counted. */
  begin(otherHistory: boolean): void {
    this.#moves = [];
    this.#from = -1;
    if (otherHistory) this.#confirmed.value = null;
  }

  /** Answers that are under way will not be used. */
  drop(): void {
    this.#asking = false;
  }

  #happened({ position, event }: StoredEvent, before: Row | null, after: Row | null): void {
    if (!this.#wanted || position <= this.#from) return;
    const isKnown = after?.state.version === event.version && (before?.state.version ?? 0) === event.version - 1;
    const by = isKnown ? this.#change(before, after) : null;
    this.#moves.push({ position, by });
    if (this.#moves.length > movesMax) this.#from = this.#moves.shift()?.position ?? this.#from;
    if (by === null) this.load();
    else if (this.#confirmed.peek()) this.#confirmed.value = plus(this.#confirmed.peek() as Counts, by);
  }

  #withPending(): Counts | null {
    const { conversations } = this.#parts;
    const counts = this.#confirmed.value;
    conversations.changes.value;
    if (!counts) return null;
    return conversations
      .withPending()
      .map(({ confirmed, predicted }) => this.#change(confirmed.peek()?.row ?? null, predicted.peek()?.row ?? null))
      .reduce(plus, counts);
  }

  #change(before: Row | null, after: Row | null): Counts {
    const me = this.#parts.me.peek();
    const inView = (view: View, row: Row | null) => Number(row && me ? isIn(view, row, me, this.#parts.rules) : false);
    return byView((view) => inView(view, after) - inView(view, before));
  }
}

function byView(count: (view: View) => number): Counts {
  return Object.fromEntries(viewNames.map((view) => [view, count(view)])) as Counts;
}

const plus = (a: Counts, b: Counts): Counts => byView((view) => a[view] + b[view]);
