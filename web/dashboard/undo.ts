// The last close of this page, of one or of many conversations, for as long as it can be undone.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Store } from '../sync/store';

export interface Undo {
  /** Those that were closed together; none: there is nothing to undo. */
  readonly closed: ReadonlySignal<readonly string[]>;
  /** These were closed just now, by one press. */
  offer(conversations: readonly string[]): void;
  /** Those that can still be undone, and for how many milliseconds. */
  left(): { conversations: readonly string[]; ms: number };
  run(): void;
  dismiss(): void;
}

export function createUndo(store: Store): Undo {
  const closed = signal<readonly string[]>([]);
  const left: Undo['left'] = () => {
    const conversations = closed.peek().filter((id) => store.verdict(id, 'undo_close') === null);
    const policy = store.me.peek()?.policy;
    const until = conversations.map((id) => {
      const state = store.row(id)?.state;
      return (state && policy && store.rules.undoUntil(state, policy)) ?? 0;
    });
    return { conversations, ms: Math.max(0, Math.max(0, ...until) - store.now()) };
  };
  const dismiss = () => {
    closed.value = [];
  };
  return {
    closed,
    left,
    dismiss,
    offer(conversations) {
      closed.value = conversations;
    },
    run() {
      store.pressAll(left().conversations, 'undo_close');
      dismiss();
    },
  };
}
