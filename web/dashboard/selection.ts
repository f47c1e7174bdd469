// Which rows of a list are selected, to do the same to all of them.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Selection {
  readonly chosen: ReadonlySignal<ReadonlySet<string>>;
  /** `through`: all rows from the last that was chosen to this one, in the order of `rows`. */
  toggle(conversation: string, rows: readonly string[], through?: boolean): void;
  choose(conversations: readonly string[]): void;
  clear(): void;
}

export function createSelection(): Selection {
  const chosen = signal<ReadonlySet<string>>(new Set());
  let last: string | null = null;

  function between(from: string, to: string, rows: readonly string[]): readonly string[] {
    const [a, b] = [rows.indexOf(from), rows.indexOf(to)];
    return a < 0 || b < 0 ? [to] : rows.slice(Math.min(a, b), Math.max(a, b) + 1);
  }

  return {
    chosen,
    toggle(conversation, rows, through = false) {
      const next = new Set(chosen.peek());
      if (through && last !== null) for (const id of between(last, conversation, rows)) next.add(id);
      else if (!next.delete(conversation)) next.add(conversation);
      last = conversation;
      chosen.value = next;
    },
    choose(conversations) {
      chosen.value = new Set(conversations);
    },
    clear() {
      last = null;
      if (chosen.peek().size > 0) chosen.value = new Set();
    },
  };
}
