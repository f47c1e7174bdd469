// What one button would do to many conversations, before it does it.
import type { ButtonId } from '../rules/types.gen';
import type { Reason } from '../rules/words';
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

type Counted = readonly [one: string, many: string];

const said = (count: number, [one, many]: Counted) => `${count} ${count === 1 ? one : many}.`;

const happens: Record<BulkButton, Counted> = {
  claim: ['will be yours', 'will be yours'],
  release: ['will be unassigned', 'will be unassigned'],
  close: ['will close', 'will close'],
};

const asked: Counted = ['waits for a reply', 'wait for a reply'];

const reasons: Partial<Record<Reason, Counted>> = {
  owned_by: ['is owned by somebody else', 'are owned by others'],
  not_owner: ['is not yours', 'are not yours'],
  closed: ['is closed', 'are closed'],
  nothing_to_do: ['is so already', 'are so already'],
  unseen_message: ['has an unread message', 'have unread messages'],
  topic_required: ['needs a topic first', 'need a topic first'],
  needs_connection: ['has to wait for the connection', 'have to wait for the connection'],
};

const otherwise: Counted = ['cannot', 'cannot'];

/** "12 will close. 3 are owned by others. 1 has an unread message." */
export function inWords({ button, will, asks, wont }: Plan): string {
  const parts = [...wont].map(([why, ids]) => said(ids.length, reasons[why] ?? otherwise));
  if (asks.length > 0) parts.unshift(said(asks.length, asked));
  if (will.length > 0) parts.unshift(said(will.length, happens[button]));
  return parts.join(' ');
}
