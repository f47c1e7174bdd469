// Reads what this browser has kept, while patches go on arriving.
import { batch } from '@preact/signals-core';
import type { Conversations } from './conversations';
import type { Keeper } from './keeper';
import type { Kept, Saved } from './kept';
import type { Outgoing } from './outgoing';

export interface RestorerParts {
  readonly keeper: Keeper;
  readonly conversations: Conversations;
  readonly outgoing: Outgoing;
  /** Once what was heard so far is kept. */
  written(): Promise<unknown>;
  /** Of what this tab knows. */
  epoch(): string | null;
  /** How often what this tab knows began anew. */
  beginnings(): number;
}

export class Restorer {
  readonly #parts: RestorerParts;

  constructor(parts: RestorerParts) {
    this.#parts = parts;
  }

  /** The rows that the first picture did not need. */
  async rest({ rows }: Pick<Saved, 'rows'>): Promise<void> {
    const { keeper, conversations } = this.#parts;
    let oldest = rows.at(-1)?.activity_at;
    while (oldest !== undefined) {
      const from: number = oldest;
      const more: Saved['rows'] = await this.#read(
        () => keeper.rows(from),
        [],
        (kept) => conversations.mergeRows(kept),
      );
      const last = more.at(-1)?.activity_at;
      oldest = last === oldest ? undefined : last;
    }
  }

  async history(id: string): Promise<void> {
    const { keeper, conversations } = this.#parts;
    await this.#read(
      () => keeper.history(id),
      null,
      (kept) => {
        if (kept) conversations.restore(kept);
        return [id];
      },
    );
  }

  /**
   * What is kept, if together with what is heard meanwhile it is all that this tab knows; else nothing is used. `use`
   * answers with the conversations that it was about.
   */
  async #read<T>(read: () => Promise<Kept<T> | null>, nothing: T, use: (kept: T) => string[]): Promise<T> {
    const { keeper, conversations, outgoing, written, epoch, beginnings } = this.#parts;
    const release = conversations.record();
    const [beginning, position] = [beginnings(), conversations.position];
    await written();
    const kept = await read();
    // Under other numbers than those that wait here, what is kept does not tell which of these are in there.
    const isOfUs = kept?.epoch === epoch() && kept?.reached.client === keeper.client;
    const fits = kept && isOfUs && kept.position >= position && beginning === beginnings();
    if (fits) batch(() => outgoing.included(kept, use(kept.what)));
    release();
    return fits ? kept.what : nothing;
  }
}
