// The whole histories of the conversations that somebody looks at.
import { batch, effect, type ReadonlySignal } from '@preact/signals-core';
import { whyNotLoaded } from '../rules/customer_words';
import type { Conversations } from './conversations';
import type { Journal } from './journal';
import type { Outgoing } from './outgoing';
import type { ConversationAnswer } from './protocol';
import type { Restorer } from './restorer';
import type { Snapshots } from './snapshots';

export interface HistoryParts {
  readonly conversations: Conversations;
  readonly outgoing: Outgoing;
  readonly snapshots: Snapshots;
  readonly journal: Journal;
  readonly restorer: Restorer;
  readonly outdated: ReadonlySignal<boolean>;
  /** What is kept leads to nowhere: only the server can tell. */
  missed(): boolean;
}

export class Histories {
  readonly #parts: HistoryParts;
  readonly #loading = new Set<string>();
  /** What begins here, and the server may not have heard of. */
  #ours: ReadonlySet<string> = new Set();

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    effect(() => this.#handOver());
  }

  /** As it is kept, else as the server has it; again if that fails. */
  async load(id: string): Promise<void> {
    const { conversations, snapshots, restorer, outdated, missed } = this.#parts;
    const cell = conversations.cell(id);
    if (!cell.isWhole && !missed()) await restorer.history(id);
    if (!snapshots.isOpen || (cell.isComplete && !outdated.peek())) return;
    // Without rules to evolve it by, each change asks for the whole.
    if (this.#loading.has(id) && !outdated.peek()) return;
    this.#loading.add(id);
    await snapshots.get<ConversationAnswer>(`conversations/${id}`, {
      take: (answer) => this.#take(id, answer),
      fail: (status) => {
        if (status !== 404) cell.problem.value = { status: 'failed', why: whyNotLoaded(status) };
        // Else it has been begun since this was asked for.
        else if (cell.isStale || !cell.isKnown) conversations.remove(id);
        return status === 404 || status === 403 ? 'leave it' : 'again';
      },
    });
    this.#loading.delete(id);
  }

  /** Answers that are under way will not be used. */
  drop(): void {
    this.#loading.clear();
  }

  /** From now on the server tells of what was ours. It may have done so before this tab listened. */
  #handOver(): void {
    const { conversations, outgoing } = this.#parts;
    const asked = [...outgoing.outbox.value, ...conversations.refused.value].map(({ conversation }) => conversation);
    const before = this.#ours;
    this.#ours = new Set(asked.filter((id) => conversations.cell(id).isOurs));
    for (const id of before) if (!this.#ours.has(id)) void this.load(id);
  }

  #take(id: string, answer: ConversationAnswer): void {
    const { conversations, outgoing, journal } = this.#parts;
    batch(() => {
      conversations.merge(answer);
      outgoing.decided(answer, [id]);
    });
    journal.keep([id], {});
  }
}
