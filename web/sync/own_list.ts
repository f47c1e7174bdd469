// A visitor's own conversations: few, so that they come at once and are put in order each time.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { whyNotLoaded } from '../rules/customer_words';
import type { Conversations } from './conversations';
import type { Coverage, Saved } from './kept';
import type { Freshness, InboxState } from './model';
import type { RowsAnswer } from './protocol';
import { byActivity } from './rows';
import type { Snapshots } from './snapshots';

export interface ListParts {
  readonly fresh: ReadonlySignal<Freshness>;
  readonly snapshots: Snapshots;
  readonly conversations: Conversations;
  /** More of these lists is known now, by an answer that named these rows for the first time. */
  covered(lists: Record<string, Coverage>, rows: readonly string[], answer: RowsAnswer): void;
}

const nothingYet = { isKnown: false, failed: null };

export class OwnList {
  readonly #parts: ListParts;
  readonly #state: ReadonlySignal<InboxState>;
  readonly #progress = signal<{ isKnown: boolean; failed: string | null }>(nothingYet);
  #wanted = false;

  constructor(parts: ListParts) {
    const { conversations, fresh } = parts;
    this.#parts = parts;
    this.#state = computed(() => {
      const { isKnown, failed } = this.#progress.value;
      const cannotAsk = !isKnown && fresh.value.state === 'offline';
      const isThere = isKnown || cannotAsk;
      conversations.changes.value;
      const begun = isThere ? conversations.rows().filter(({ state }) => state.phase.type !== 'absent') : [];
      return {
        rows: begun.sort(byActivity),
        loading: !isThere && failed === null,
        more: false,
        failed: cannotAsk ? null : failed,
        from: cannotAsk ? 'browser' : 'server',
        fresh: fresh.value,
      };
    });
  }

  /** Loaded when first asked for, unless this browser has kept it. */
  get(): ReadonlySignal<InboxState> {
    if (!this.#wanted) {
      this.#wanted = true;
      this.load();
    }
    return this.#state;
  }

  /** As it was when this browser last had it; without that, from the start. */
  restore({ own }: Saved['lists']): void {
    this.#progress.value = own ? { isKnown: true, failed: null } : nothingYet;
  }

  load(): void {
    if (!this.#wanted || this.#progress.peek() !== nothingYet) return;
    void this.#parts.snapshots.get<RowsAnswer>('conversations', {
      take: (answer) => {
        const taken = this.#parts.conversations.mergeRows(answer.rows);
        this.#progress.value = { isKnown: true, failed: null };
        this.#parts.covered({ own: { next: null, oldest: 0 } }, taken, answer);
      },
      fail: (status) => {
        this.#progress.value = { isKnown: false, failed: whyNotLoaded(status) };
        return 'again';
      },
    });
  }
}
