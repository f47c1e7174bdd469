// The rows of a list in order, kept right one by one: an inbox has thousands, and a patch changes a few.
import type { Row } from './protocol';

export class Rows {
  readonly #at = new Map<string, Row>();
  #sorted: Row[] = [];

  get all(): readonly Row[] {
    return this.#sorted;
  }

  clear(): void {
    this.#at.clear();
    this.#sorted = [];
  }

  /** Whether anything has changed. Null: it is not in this list. */
  set(conversation: string, row: Row | null): boolean {
    const before = this.#at.get(conversation) ?? null;
    if (before === row) return false;
    // A new array each time: whoever has the old one may keep it.
    const sorted = [...this.#sorted];
    if (before) sorted.splice(place(sorted, before), 1);
    if (row) sorted.splice(place(sorted, row), 0, row);
    if (row) this.#at.set(conversation, row);
    else this.#at.delete(conversation);
    this.#sorted = sorted;
    return true;
  }

  /** All of them anew. */
  fill(rows: readonly Row[]): void {
    this.#sorted = [...rows].sort(byActivity);
    this.#at.clear();
    for (const row of rows) this.#at.set(row.conversation, row);
  }
}

/** Newest activity first, then by id. */
export function byActivity(a: Row, b: Row): number {
  return (
    b.activity_at - a.activity_at || (a.conversation < b.conversation ? -1 : a.conversation > b.conversation ? 1 : 0)
  );
}

// Where the row stands, or would.
function place(sorted: readonly Row[], row: Row): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (byActivity(sorted[middle] as Row, row) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
