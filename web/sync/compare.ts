// What may replace what is kept: the comparisons that each write makes before it sets anything.
import type { Change, Head, Written } from './kept';

/** Whether a change fits what is kept: by the tab that leads, and made for this position of this history. */
export function compare(head: Head | undefined, leader: string | null, tab: string, change: Change): Written {
  if (leader !== tab) return 'not leading';
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
