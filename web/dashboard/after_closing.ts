// What the buttons that close mean to somebody, by their preference of where to be after that; and what they are called.
import type { ButtonId } from '../rules/types.gen';
import type { AfterClosing, Store } from '../sync/store';
import { labelOf } from './labels';

export interface Meaning {
  button: ButtonId;
  label: string;
  /** For the list, once it is done. */
  leaves: boolean;
}

const meanings: Record<AfterClosing, Partial<Record<ButtonId, Partial<Meaning>>>> = {
  stay: {},
  next: {
    end_and_close: { button: 'close_and_next', label: 'End Chat, Close & Next' },
    send_and_close: { button: 'send_close_and_next', label: 'Send and close & next' },
    // What was beside it stays in reach.
    send_close_and_next: { button: 'send_and_close', label: 'Send and close' },
  },
  list: {
    end_and_close: { label: 'End Chat, Close & List', leaves: true },
    send_and_close: { label: 'Send and close & list', leaves: true },
  },
};

export function afterClosing(store: Store): AfterClosing {
  const wanted = store.me.value?.preferences?.after_closing ?? 'stay';
  // Only the server can say who is next.
  return wanted === 'next' && store.connection.value.state === 'offline' ? 'stay' : wanted;
}

export function meaningOf(button: ButtonId, store: Store): Meaning {
  const { [button]: meaning } = meanings[afterClosing(store)];
  return { button, label: labelOf(button), leaves: false, ...meaning };
}
