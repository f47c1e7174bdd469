// What may replace what is kept: the comparisons that each write makes before it sets anything.
import type { Change, Head, Written } from './kept';

/** Whether a change fits what is kept: made in the term that is, and for this position of this history. */
export function compare(head: Head | undefined, current: string | null, term: string, change: Change): Written {
  if (current !== term) return 'not leading';
  return head && head.epoch === change.head.epoch && change.from <= head.position ? 'written' : 'elsewhere';
}

/** Where a change leads to: never back. */
export function furthest(head: Head, change: Change): number {
  return Math.max(head.position, change.head.position);
}

/** Whether a conversation of this version says more than what is kept of it. */
export function isNews(kept: number, version: number, keptWhole: boolean): boolean {
  return version > kept || (version === kept && !keptWhole);
}
