// How many conversations there are in each view, by site and channel: as the server has counted them, and with what has
// happened since.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Rules } from '../rules/rules';
import type { Conversations } from './conversations';
import { type Filter, isIn, noFilter, viewNames } from './filter';
import type { Counted, Counts, CountsAnswer, Me, Row, StoredEvent, View } from './protocol';
import type { Snapshots } from './snapshots';

/** Everything up to here is counted. */
export interface CountedUpTo {
  readonly position: number;
  readonly counts: readonly Counted[];
}

/** The views that a conversation left, and those that it came to. It is of one site and channel all its life. */
interface Move {
  readonly of: Pick<Counted, 'site' | 'channel'> | null;
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
  readonly #state: ReadonlySignal<readonly Counted[] | null>;
  readonly #parts: TallyParts;
  readonly #confirmed = signal<readonly Counted[] | null>(null);
  /** What happened after `#from`, as far as it was heard. */
  #moves: Happened[] = [];
  #from = -1;
  #viewsOf = new WeakMap<Row, readonly View[]>();
  #wanted = false;
  #asking = false;

  constructor(parts: TallyParts) {
    this.#parts = parts;
    this.#state = computed(() => this.#withPending());
    parts.conversations.onEvent = (stored, before, after) => this.#happened(stored, before, after);
  }

  /**
   * Counted when first asked for, and kept right from then on. Null: not known, or not to be counted by this filter,
   * which asks for more than a site and a channel.
   */
  get(filter: Filter = noFilter): ReadonlySignal<Counts | null> {
    if (!this.#wanted) {
      this.#wanted = true;
      this.load();
    }
    const { site, channel, ...more } = filter;
    const isCounted = Object.keys(more).length === 0;
    return computed(() => {
      const counted = isCounted ? this.#state.value : null;
      const of = counted?.filter(
        (one) => (site === undefined || one.site === site) && (channel === undefined || one.channel === channel),
      );
      return of ? sum(of) : null;
    });
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
  take({ position, counts }: CountedUpTo): boolean {
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
  get counted(): CountedUpTo | null {
    const counts = this.#confirmed.peek();
    return counts && { position: Math.max(this.#from, this.#parts.conversations.position), counts };
  }

  restore(kept: CountedUpTo | null): void {
    this.#moves = [];
    this.#from = kept?.position ?? -1;
    // An earlier version of this page kept them another way.
    this.#confirmed.value = Array.isArray(kept?.counts) ? kept.counts : null;
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

  #withPending(): readonly Counted[] | null {
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
    return {
      of: (after ?? before)?.state ?? null,
      from: before ? this.#views(before) : [],
      to: after ? this.#views(after) : [],
    };
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

const none: Counts = { open: 0, unassigned: 0, mine: 0, waiting: 0, snoozed: 0, closed: 0 };

function sum(all: readonly Counted[]): Counts {
  const total = { ...none };
  for (const { counts } of all) for (const view of viewNames) total[view] += counts[view];
  return total;
}

function moved(counted: readonly Counted[], moves: readonly Move[]): readonly Counted[] {
  let all = counted;
  for (const { of, from, to } of moves) {
    if (of === null) continue;
    const isIt = (one: Counted) => one.site === of.site && one.channel === of.channel;
    const now = { ...(all.find(isIt)?.counts ?? none) };
    for (const view of from) now[view] -= 1;
    for (const view of to) now[view] += 1;
    const { site, channel } = of;
    all = [...all.filter((one) => !isIt(one)), { site, channel, counts: now }];
  }
  return all;
}
