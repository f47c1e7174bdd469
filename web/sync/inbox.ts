// One list of conversations: as many pages as were asked for, drawn from what is predicted.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { whyNotLoaded } from '../rules/words';
import type { Conversations } from './conversations';
import type { InboxState, List } from './model';
import type { Me, Row, RowsAnswer } from './protocol';
import type { Snapshots } from './snapshots';

const shows: Record<List, (row: Row, me: Me) => boolean> = {
  open: ({ state }) => state.phase.type === 'open',
  unassigned: ({ state }) => state.phase.type === 'open' && state.owner === null,
  mine: ({ state }, me) => state.phase.type === 'open' && state.owner === me.actor.id,
  closed: ({ state }) => state.phase.type === 'closed',
  own: ({ state }) => state.phase.type !== 'absent',
};

interface Progress {
  loading: boolean;
  failed: string | null;
  next: string | null;
  /** Older rows may be known one by one, but those between are not: they are not shown. */
  oldest: number;
}

const nothingYet: Progress = { loading: true, failed: null, next: null, oldest: Number.POSITIVE_INFINITY };

export class Inbox {
  readonly state: ReadonlySignal<InboxState>;
  readonly #list: List;
  readonly #snapshots: Snapshots;
  readonly #conversations: Conversations;
  readonly #progress = signal(nothingYet);

  constructor(list: List, me: ReadonlySignal<Me | null>, snapshots: Snapshots, conversations: Conversations) {
    this.#list = list;
    this.#snapshots = snapshots;
    this.#conversations = conversations;
    this.state = computed(() => {
      const { loading, failed, next, oldest } = this.#progress.value;
      return { rows: this.#rows(me.value, oldest), loading, more: next !== null, failed };
    });
  }

  /** The first page, from the start. */
  async load(): Promise<void> {
    this.#progress.value = nothingYet;
    await this.#get(null);
  }

  async loadMore(): Promise<void> {
    const { loading, next, failed } = this.#progress.peek();
    if (loading || (next === null && failed === null)) return;
    this.#progress.value = { ...this.#progress.peek(), loading: true, failed: null };
    await this.#get(next);
  }

  #get(after: string | null): Promise<void> {
    const page = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const path = this.#list === 'own' ? 'conversations' : `inbox?view=${this.#list}${page}`;
    return this.#snapshots.get<RowsAnswer>(path, {
      take: (answer) => this.#take(answer),
      fail: (status) => {
        this.#progress.value = { ...this.#progress.peek(), loading: false, failed: whyNotLoaded(status) };
        // The first page comes by itself when it can; for the next ones somebody asks again.
        return after === null ? 'again' : 'leave it';
      },
    });
  }

  #take({ rows, next = null }: RowsAnswer): void {
    this.#conversations.mergeRows(rows);
    const oldest = next === null ? 0 : (rows.at(-1)?.activity_at ?? 0);
    this.#progress.value = { loading: false, failed: null, next, oldest };
  }

  #rows(me: Me | null, oldest: number): Row[] {
    if (!me) return [];
    return this.#conversations
      .rows()
      .filter((row) => row.activity_at >= oldest && shows[this.#list](row, me))
      .sort((a, b) => b.activity_at - a.activity_at || (a.conversation < b.conversation ? -1 : 1));
  }
}
