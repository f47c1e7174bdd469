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

/** The views that a conversation left, and those that it came to. */
interface Move {
  readonly from: readonly View[];
  readonly to: readonly View[];
}

/** Null: that cannot be told here, since the conversation was not known before. */
interface Happened {
  readonly position: number;
  readonly move: Move | null;
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
  #moves: Happened[] = [];
  #from = -1;
  #viewsOf = new WeakMap<Row, readonly View[]>();
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
    this.#confirmed.value = moved(
      counts,
      this.#moves.flatMap(({ move }) => move ?? []),
    );
    return this.#moves.every(({ move }) => move !== null);
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
    const move = isKnown ? this.#move(before, after) : null;
    this.#moves.push({ position, move });
    if (this.#moves.length > movesMax) this.#from = this.#moves.shift()?.position ?? this.#from;
    const counts = this.#confirmed.peek();
    if (move === null) this.load();
    else if (counts) this.#confirmed.value = moved(counts, [move]);
  }

  #withPending(): Counts | null {
    const { conversations } = this.#parts;
    const counts = this.#confirmed.value;
    conversations.changes.value;
    if (!counts) return null;
    const rows = conversations.withPending().map((cell) => [cell.confirmed.peek()?.row, cell.predicted.peek()?.row]);
    return moved(
      counts,
      rows.map(([before = null, after = null]) => this.#move(before, after)),
    );
  }

  #move(before: Row | null, after: Row | null): Move {
    return { from: before ? this.#views(before) : [], to: after ? this.#views(after) : [] };
  }

  #views(row: Row): readonly View[] {
    const { me, rules } = this.#parts;
    const self = me.peek();
    const known = this.#viewsOf.get(row);
    if (known || !self) return known ?? [];
    const views = viewNames.filter((view) => isIn(view, row, self, rules));
    this.#viewsOf.set(row, views);
    return views;
  }
}

function moved(counts: Counts, moves: readonly Move[]): Counts {
  const now = { ...counts };
  for (const { from, to } of moves) {
    for (const view of from) now[view] -= 1;
    for (const view of to) now[view] += 1;
  }
  return now;
}
