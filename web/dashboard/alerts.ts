// Alerts an agent who is elsewhere to what a customer wrote, if it is theirs or nobody's, and they have not read it.
import { effect, untracked } from '@preact/signals';
import type { Row, Store } from '../sync/store';

/** So long somebody who has it on a screen, here or in another tab, has to read it. */
export const grace_ms = 1_500;
/** One that nobody has claimed is told again after so long. */
export const again_ms = 60_000;

/** Starts now, until the function that it returns is called. */
export function watchAlerts(store: Store, alert: (row: Row) => void): () => void {
  /** The version of the customer's last message that was dealt with. */
  const heard = new Map<string, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const started = store.now();

  const after = (ms: number, then: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timers.add(timer);
  };
  const waiting = () => [...store.inbox('unassigned').value.rows, ...store.inbox('mine').value.rows];
  const consider = (id: string) => {
    const row = untracked(waiting).find(({ conversation }) => conversation === id);
    if (!row || !store.unread(id)) return;
    alert(row);
    if (row.state.owner === null) after(again_ms, () => consider(id));
  };
  const stop = effect(() => {
    for (const { conversation, state, activity_at } of waiting()) {
      const before = heard.get(conversation) ?? 0;
      heard.set(conversation, Math.max(before, state.customer_wrote_at));
      // What was there before is not news, however late it is loaded.
      if (activity_at > started && state.customer_wrote_at > before) after(grace_ms, () => consider(conversation));
    }
  });
  return () => {
    stop();
    for (const timer of timers) clearTimeout(timer);
  };
}
