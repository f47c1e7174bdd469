// What the buttons that close mean to somebody, by their preference of where to be after that; and what they are called.
import type { ButtonId } from '../rules/types.gen';
import { labels } from '../rules/words';
import type { AfterClosing, Store } from '../sync/store';
import { words } from '../words/dashboard';
import { labelOf } from './labels';

export interface Meaning {
  button: ButtonId;
  label: string;
  /** For the list, once it is done. */
  leaves: boolean;
}

const said = words.shift.afterClosing;

const meanings: Record<AfterClosing, Partial<Record<ButtonId, Partial<Meaning>>>> = {
  stay: {},
  next: {
    end_and_close: { button: 'close_and_next', label: said.endCloseAndNext },
    send_and_close: { button: 'send_close_and_next', label: labels.send_close_and_next.long },
    // What was beside it stays in reach.
    send_close_and_next: { button: 'send_and_close', label: labels.send_and_close.long },
  },
  list: {
    end_and_close: { label: said.endCloseAndList, leaves: true },
    send_and_close: { label: said.sendCloseAndList, leaves: true },
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
