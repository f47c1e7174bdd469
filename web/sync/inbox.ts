// One list of conversations: as many pages as were asked for, drawn from what is predicted.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { whyNotLoaded } from '../rules/customer_words';
import { type Filter, queryOf } from './filter';
import type { Coverage } from './kept';
import type { InboxState } from './model';
import type { ListParts } from './own_list';
import type { Me, Row, RowsAnswer, View } from './protocol';
import { Rows } from './rows';

/** A filter that few pass may have empty pages: so many in a row are gone through without asking anybody. */
const emptyPagesMax = 10;

interface Progress extends Coverage {
  loading: boolean;
  failed: string | null;
}

// Older rows than the last page may be known one by one, but those between are not: they are not shown.
const nothingYet: Progress = { loading: true, failed: null, next: null, oldest: Number.POSITIVE_INFINITY };

const onlyHere: Progress = { loading: false, failed: null, next: null, oldest: 0 };

export interface InboxParts extends ListParts {
  readonly me: ReadonlySignal<Me | null>;
  /** Whether the row is in this list, and passes the filter. */
  shows(list: View, filter: Filter, row: Row, me: Me): boolean;
}

export class Inbox {
  readonly state: ReadonlySignal<InboxState>;
  readonly #list: View;
  readonly #filter: Filter;
  readonly #parts: InboxParts;
  readonly #progress = signal(nothingYet);
  readonly #rows = new Rows();
  readonly #changed: Set<string>;
  #drawnFor: Me | null = null;
  #oldest = Number.POSITIVE_INFINITY;
  #emptyPages = 0;

  constructor(list: View, filter: Filter, parts: InboxParts) {
    this.#list = list;
    this.#filter = filter;
    this.#parts = parts;
    this.#changed = parts.conversations.watch();
    this.state = computed(() => {
      const fresh = parts.fresh.value;
      const cannotAsk = this.#progress.value.oldest === nothingYet.oldest && fresh.state === 'offline';
      const { loading, failed, next, oldest } = cannotAsk ? onlyHere : this.#progress.value;
      const rows = this.#draw(parts.me.value, oldest);
      return { rows, loading, more: next !== null, failed, from: cannotAsk ? 'browser' : 'server', fresh };
    });
  }

  close(): void {
    this.#parts.conversations.unwatch(this.#changed);
  }

  /** As it was when this browser last had it; until the server was asked, it is all that there is. */
  restore(coverage: Coverage | undefined): void {
    this.#progress.value = coverage ? { ...coverage, loading: false, failed: null } : nothingYet;
  }

  /** Whether the first page is still to be loaded. */
  get isEmpty(): boolean {
    return this.#progress.peek() === nothingYet;
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
    this.#emptyPages = 0;
    await this.#get(next);
  }

  #get(after: string | null): Promise<void> {
    const page = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    return this.#parts.snapshots.get<RowsAnswer>(`inbox?view=${this.#list}${queryOf(this.#filter)}${page}`, {
      take: (answer) => this.#take(answer),
      fail: (status) => {
        this.#progress.value = { ...this.#progress.peek(), loading: false, failed: whyNotLoaded(status) };
        // The first page comes by itself when it can; for the next ones somebody asks again.
        return after === null ? 'again' : 'leave it';
      },
    });
  }

  #take(answer: RowsAnswer): void {
    const { rows, next = null } = answer;
    const taken = this.#parts.conversations.mergeRows(rows);
    const oldest = next === null ? 0 : (rows.at(-1)?.activity_at ?? 0);
    const goesOn = rows.length === 0 && next !== null && ++this.#emptyPages < emptyPagesMax;
    this.#progress.value = { loading: goesOn, failed: null, next, oldest };
    const isWhole = queryOf(this.#filter) === '';
    this.#parts.covered(isWhole ? { [this.#list]: { next, oldest } } : {}, taken, answer);
    if (goesOn) void this.#get(next);
  }

  #draw(me: Me | null, oldest: number): readonly Row[] {
    const { conversations } = this.#parts;
    conversations.changes.value;
    const shown = (row: Row | null) =>
      me && row && row.activity_at >= oldest && this.#parts.shows(this.#list, this.#filter, row, me) ? row : null;
    if (me !== this.#drawnFor || oldest !== this.#oldest) {
      this.#rows.fill(conversations.rows().filter(shown));
      this.#drawnFor = me;
      this.#oldest = oldest;
    } else for (const id of this.#changed) this.#rows.set(id, shown(conversations.row(id)));
    this.#changed.clear();
    return this.#rows.all;
  }
}
