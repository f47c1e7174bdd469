// What snapshots have brought and is still to be kept, in whichever tab they came.
import type { Conversations } from './conversations';
import type { Keeper } from './keeper';
import type { Coverage, Head, Included } from './kept';

export class Harvest {
  readonly #keeper: Keeper;
  readonly #conversations: Conversations;
  readonly #head: () => Head;
  readonly #includedIn: (conversations: readonly string[]) => Included[];
  #ids = new Set<string>();
  #lists: Record<string, Coverage> = {};

  /** `includedIn`: up to which commands the snapshots of these go. */
  constructor(
    keeper: Keeper,
    conversations: Conversations,
    head: () => Head,
    includedIn: (conversations: readonly string[]) => Included[],
  ) {
    this.#keeper = keeper;
    this.#conversations = conversations;
    this.#head = head;
    this.#includedIn = includedIn;
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0 && Object.keys(this.#lists).length === 0;
  }

  add(conversations: readonly string[], lists: Record<string, Coverage>): void {
    for (const id of conversations) this.#ids.add(id);
    Object.assign(this.#lists, lists);
  }

  clear(): void {
    this.#ids = new Set();
    this.#lists = {};
  }

  /** Once this tab is not behind what is kept; until then it stays in here. */
  async save(): Promise<void> {
    const [ids, lists] = [this.#ids, this.#lists];
    if (this.isEmpty) return;
    this.clear();
    const right = [...ids].filter((id) => !this.#conversations.cell(id).isStale);
    const at = this.#head();
    const known = this.#conversations.confirmed(right);
    const kept = await this.#keeper.keep(at, known, lists, this.#includedIn(right));
    if (!kept && at.epoch === this.#head().epoch) this.add([...ids], { ...lists, ...this.#lists });
  }
}
