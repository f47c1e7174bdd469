// Keeps what was heard, in the order in which it was heard: a patch, a new beginning, or what a snapshot has brought.
import type { Applied, Conversations } from './conversations';
import { Harvest } from './harvest';
import type { Keeper } from './keeper';
import type { Begun, Coverage, Head } from './kept';
import type { Settled } from './outbox';
import type { Outgoing } from './outgoing';
import type { Patch } from './protocol';

export type Write = () => Promise<Begun>;

/** The position that a patch was made for, and what it says of whose commands. */
type Made = Pick<Patch, 'from' | 'client' | 'last_command'>;

export interface JournalParts {
  readonly keeper: Keeper;
  readonly conversations: Conversations;
  readonly outgoing: Outgoing;
  /** In which this tab leads, or has led. */
  term(): string;
  /** Where everything stands. */
  head(): Head;
}

export class Journal {
  readonly #parts: JournalParts;
  readonly #harvest: Harvest;
  #written: Promise<unknown> = Promise.resolve();

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.#harvest = new Harvest(parts.keeper, parts.conversations, parts.head, (ids) => parts.outgoing.includedIn(ids));
  }

  /** Once everything up to now is kept. */
  get written(): Promise<unknown> {
    return this.#written;
  }

  add(write: () => Promise<void>): void {
    this.#written = this.#written.then(write);
  }

  /** Nothing of before holds. */
  begin(): Write {
    const { keeper, head, outgoing } = this.#parts;
    this.#harvest.clear();
    const [term, at, outbox] = [this.#parts.term(), head(), outgoing.outbox.peek()];
    return () => keeper.begin(term, at, [], outbox);
  }

  /** What a patch has changed; null: nothing that is confirmed. */
  patch({ from, client, last_command }: Made, { answered, refused, altered }: Settled, applied: Applied | null): Write {
    const { keeper, head, conversations, outgoing } = this.#parts;
    const term = this.#parts.term();
    const touched = [...(applied?.touched ?? [])];
    const lost = touched.filter((id) => applied?.lacking.has(id) || conversations.cell(id).isStale);
    const known = conversations.confirmed(touched.filter((id) => !lost.includes(id)));
    const reached = client === null ? null : { client, n: last_command };
    const change = {
      from,
      reached,
      head: head(),
      known,
      lost,
      answered,
      refused,
      altered,
      included: outgoing.includedIn(touched),
    };
    return async () => {
      const written = await keeper.confirm(term, change);
      if (written === 'written') outgoing.acknowledge(answered);
      if (written !== 'elsewhere') return written;
      return keeper.begin(term, head(), conversations.confirmed(conversations.ids), outgoing.outbox.peek());
    };
  }

  /** What a snapshot has brought. */
  keep(conversations: readonly string[], lists: Record<string, Coverage>): void {
    this.#harvest.add(conversations, lists);
    this.save();
  }

  /** What has waited until this tab is no longer behind what is kept. */
  save(): void {
    if (!this.#harvest.isEmpty) this.add(() => this.#harvest.save());
  }
}
