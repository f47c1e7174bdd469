// The lists of conversations that somebody looks at, and how far each has been loaded.

import { Inbox, type InboxParts } from './inbox';
import type { Coverage, Saved } from './kept';
import type { List } from './model';

export class Lists {
  readonly #parts: InboxParts;
  readonly #lists = new Map<List, Inbox>();
  #saved: Partial<Record<List, Coverage>> = {};

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** Loaded when first asked for, unless this browser has kept it. */
  get(list: List): Inbox {
    const known = this.#lists.get(list);
    if (known) return known;
    const made = new Inbox(list, this.#parts);
    this.#lists.set(list, made);
    made.restore(this.#saved[list]);
    if (made.isEmpty) void made.load();
    return made;
  }

  /** As far as they were when this browser last had them; without that, from the start. */
  restore(saved: Saved['lists']): void {
    this.#saved = saved;
    for (const [list, inbox] of this.#lists) inbox.restore(saved[list]);
  }

  load(): void {
    for (const inbox of this.#lists.values()) if (inbox.isEmpty) void inbox.load();
  }
}
