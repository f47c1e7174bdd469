// What may be asked for without the server: the three classes of commands.
import type { ButtonId, Command } from '../rules/types.gen';

/**
 * 'free': it holds unless somebody was there first, and then it comes back as a card.
 * 'uncertain': it is queued, but what depends on it has to wait.
 * 'online': only the server can decide it.
 */
export type OfflineClass = 'free' | 'uncertain' | 'online';

const classes: Record<Command['type'], OfflineClass> = {
  start: 'free',
  claim: 'online',
  release: 'uncertain',
  assign: 'uncertain',
  receive: 'free',
  reply: 'free',
  add_note: 'free',
  no_reply_needed: 'free',
  end: 'free',
  close: 'free',
  reopen: 'uncertain',
  undo_close: 'free',
  snooze: 'free',
  wake: 'free',
  set_topics: 'free',
  mark_read: 'free',
  left: 'online',
  returned: 'online',
  rate: 'free',
  identify: 'online',
  next: 'online',
};

/** The only button that is not what its commands are: taking over is an assignment, but against somebody. */
const takesFromSomebody: ReadonlySet<ButtonId> = new Set(['take_over']);

export function offlineClassOf(steps: readonly Command[], button: ButtonId | null): OfflineClass {
  if (button !== null && takesFromSomebody.has(button)) return 'online';
  const found = new Set(steps.map(({ type }) => classes[type]));
  return found.has('online') ? 'online' : found.has('uncertain') ? 'uncertain' : 'free';
}
