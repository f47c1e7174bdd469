// What the visitor can expect: who answers when, and how far the queue is.
import type { Conversation, CustomerRules } from '../rules/rules';
import { clockTime, dayName, weekdayName } from '../ui/time';
import { count } from '../words/count';
import { words } from '../words/widget';
import type { Desk } from './desk';

const day_ms = 24 * 60 * 60_000;

/** When somebody is back, by the visitor's own clock face. `now` is the server's: theirs may be a day off. */
export function backWords(at: number | null, now: number): string {
  if (at === null) return words.nobodyHere;
  const days = daysUntil(at, now);
  if (days === 0) return words.backAt(clockTime(at));
  if (days === 1) return words.backTomorrow(clockTime(at));
  // The day of next week that has today's name would be taken for today.
  return words.backOn(days < 7 ? weekdayName(at) : dayName(at, now), clockTime(at));
}

/** When somebody will be there, before anything is said. */
export function presenceWords({ open, present, changes_at, reply_time }: Desk, now: number): string {
  if (!open) return backWords(changes_at, now);
  if (!present) return words.nobodyHere;
  return reply_time === '' ? words.isHere : words.replies[reply_time];
}

/** Below the name of whoever answers. */
export function expectation(
  rules: CustomerRules,
  state: Conversation,
  desk: Desk | null,
  ahead: number | null,
  site: string,
  now: number,
): string {
  const status = rules.status(state);
  if (status === 'closed') return words.isClosed;
  if (desk && !desk.open) return backWords(desk.changes_at, now);
  if (rules.hasEnded(state)) return words.isEnded;
  if (status !== 'new') return site;
  if (ahead !== null) return ahead === 0 ? words.next : words.ahead(count(ahead));
  return desk && !desk.present ? words.nobodyHere : words.soon;
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** Rounded, since the days on which the clocks change are not 24 hours long. */
const daysUntil = (at: number, now: number) => Math.round((midnight(at) - midnight(now)) / day_ms);
