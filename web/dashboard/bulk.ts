// What one button would do to many conversations, before it does it.
import type { ButtonId } from '../rules/types.gen';
import type { Reason } from '../rules/words';
import { words } from '../words/dashboard';
import type { Desk } from './context';

export type BulkButton = Extract<ButtonId, 'claim' | 'release' | 'close'>;

export interface Plan {
  button: BulkButton;
  will: string[];
  /** They would, if it is confirmed that the customer gets no reply. */
  asks: string[];
  wont: Map<Reason, string[]>;
}

export function plan({ store }: Desk, conversations: readonly string[], button: BulkButton): Plan {
  const planned: Plan = { button, will: [], asks: [], wont: new Map() };
  for (const id of conversations) {
    // A row in a list is not the message: what was not read was not seen.
    const unseen = button === 'close' && store.unread(id);
    const verdict = store.verdict(id, button);
    const why = unseen && (verdict === null || verdict === 'reply_owed') ? 'unseen_message' : verdict;
    if (why === null) planned.will.push(id);
    else if (why === 'reply_owed') planned.asks.push(id);
    else planned.wont.set(why, [...(planned.wont.get(why) ?? []), id]);
  }
  return planned;
}

/** Presses the button on each of these, as they were when it was planned. */
export function carryOut({ store, undo }: Desk, button: BulkButton, conversations: readonly string[]): void {
  const done = store.pressAll(conversations, button, { confirmed: ['reply_owed'] });
  if (button === 'close' && done.length > 0) undo.offer(done);
}

const { bulk } = words.inbox;
const reasons: Partial<Record<Reason, (count: number) => string>> = bulk.wont;

/** "12 will close. 3 are owned by others. 1 has an unread message." */
export function inWords({ button, will, asks, wont }: Plan): string {
  const parts = [...wont].map(([why, ids]) => (reasons[why] ?? bulk.otherwise)(ids.length));
  if (asks.length > 0) parts.unshift(bulk.wait(asks.length));
  if (will.length > 0) parts.unshift(bulk[button].will(will.length));
  return parts.join(' ');
}
