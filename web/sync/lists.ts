// The lists of conversations that somebody looks at, and how far each has been loaded.

import { type Filter, noFilter, queryOf } from './filter';
import { Inbox, type InboxParts } from './inbox';
import type { Coverage, Saved } from './kept';
import type { View } from './protocol';

/** Of those that are filtered, the ones that were asked for last. */
const filteredMax = 8;

export class Lists {
  readonly #parts: InboxParts;
  readonly #lists = new Map<View, Inbox>();
  /** By what they are asked for with; the last one last. */
  readonly #filtered = new Map<string, Inbox>();
  #saved: Partial<Record<View, Coverage>> = {};

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** Loaded when first asked for, unless this browser has kept it. */
  get(list: View, filter: Filter = noFilter): Inbox {
    return queryOf(filter) === '' ? this.#whole(list) : this.#narrowed(list, filter);
  }

  #whole(list: View): Inbox {
    const known = this.#lists.get(list);
    if (known) return known;
    const made = new Inbox(list, noFilter, this.#parts);
    this.#lists.set(list, made);
    made.restore(this.#saved[list]);
    if (made.isEmpty) void made.load();
    return made;
  }

  #narrowed(list: View, filter: Filter): Inbox {
    const name = list + queryOf(filter);
    const known = this.#filtered.get(name);
    const inbox = known ?? new Inbox(list, filter, this.#parts);
    this.#filtered.delete(name);
    this.#filtered.set(name, inbox);
    for (const [oldest, left] of [...this.#filtered].slice(0, -filteredMax)) {
      left.close();
      this.#filtered.delete(oldest);
    }
    if (!known) void inbox.load();
    return inbox;
  }

  /** As far as they were when this browser last had them; without that, from the start. */
  restore(saved: Saved['lists']): void {
    this.#saved = saved;
    for (const [list, inbox] of this.#lists) inbox.restore(saved[list]);
    for (const inbox of this.#filtered.values()) inbox.restore(undefined);
  }

  load(): void {
    for (const inbox of [...this.#lists.values(), ...this.#filtered.values()]) if (inbox.isEmpty) void inbox.load();
  }
}
