// Loads the rest of a list, to select all of it.
import { effect } from '@preact/signals';
import type { InboxState, Store } from '../sync/store';
import type { Where } from './views';

/** So many conversations can be selected at a time. */
export const selectedMax = 1_000;

export interface Gathering {
  /** How many of the rows are here, until the rest is. */
  told(count: number): void;
  isWanted(): boolean;
}

/** The first of all rows; null: they are not wanted any more, or the server could not be asked. */
export async function gather(
  store: Store,
  { view, filter }: Where,
  { told, isWanted }: Gathering,
): Promise<string[] | null> {
  const list = store.inbox(view, filter);
  const isShort = ({ more, rows }: InboxState) => more && rows.length < selectedMax;
  while (isWanted() && isShort(list.peek())) {
    told(list.peek().rows.length);
    await store.loadMore(view, filter);
    const { failed } = await loaded(list);
    if (failed !== null) return null;
  }
  const { rows } = list.peek();
  return isWanted() ? rows.slice(0, selectedMax).map(({ conversation }) => conversation) : null;
}

function loaded(list: ReturnType<Store['inbox']>): Promise<InboxState> {
  return new Promise((done) => {
    const stop = effect(() => {
      const state = list.value;
      if (state.loading) return;
      done(state);
      queueMicrotask(() => stop());
    });
  });
}
