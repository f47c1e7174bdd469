// How many answers the visitor has not seen. Remembered across pages, by conversation.
import type { Ready } from './chat';
import { keep, kept } from './kept';

const key = (conversation: string) => `read:${conversation}`;

/** Without a memory of it, what is there at the first look counts as seen. */
export function unreadIn({ row, seen, transcript }: Ready): number {
  const known = kept(key(row.conversation));
  if (known === null) markRead(row.conversation, seen);
  const read = known === null ? seen : Number(known);
  return transcript.filter(({ event }) => event.fact.type === 'replied' && event.version > read).length;
}

export function markRead(conversation: string, version: number): void {
  keep(key(conversation), String(version));
}
