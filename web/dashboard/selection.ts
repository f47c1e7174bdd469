// Which rows of a list are selected, to do the same to all of them.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { selectedMax } from './gather';

export interface Selection {
  /** All rows that there are, in their order. */
  readonly rows: ReadonlySignal<readonly string[]>;
  /** Those that are selected. What leaves the list is not selected any more. */
  readonly chosen: ReadonlySignal<ReadonlySet<string>>;
  among(rows: readonly string[]): void;
  /** `through`: all rows from the last that was toggled to this one. */
  toggle(conversation: string, through: boolean): void;
  /** As many as can be selected at a time. */
  all(): void;
  /** These, as soon as they are rows of the list. */
  pick(conversations: readonly string[]): void;
  clear(): void;
}

export function createSelection(): Selection {
  const rows = signal<readonly string[]>([]);
  const wanted = signal<ReadonlySet<string>>(new Set());
  const chosen = computed(() => new Set(rows.value.filter((id) => wanted.value.has(id))));
  let last: string | null = null;

  function between(from: string, to: string): readonly string[] {
    const all = rows.peek();
    const [a, b] = [all.indexOf(from), all.indexOf(to)];
    return a < 0 || b < 0 ? [to] : all.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  return {
    rows,
    chosen,
    among(now) {
      const before = rows.peek();
      if (now.length !== before.length || now.some((id, at) => id !== before[at])) rows.value = now;
    },
    toggle(conversation, through) {
      const next = new Set(chosen.peek());
      if (through && last !== null) for (const id of between(last, conversation)) next.add(id);
      else if (!next.delete(conversation)) next.add(conversation);
      last = conversation;
      wanted.value = next;
    },
    all() {
      wanted.value = new Set(rows.peek().slice(0, selectedMax));
    },
    pick(conversations) {
      wanted.value = new Set(conversations);
    },
    clear() {
      last = null;
      if (wanted.peek().size > 0) wanted.value = new Set();
    },
  };
}
