import type { Fact } from '../rules/types.gen';
import type { TranscriptEntry } from '../sync/store';
import { sameDay } from '../ui/time';

export interface Item {
  entry: TranscriptEntry;
  newDay: boolean;
  /** It goes on from the entry before: the same person, in the same way, right after. */
  follows: boolean;
  /** The reader's own last words, which tell whether they have arrived. */
  last: boolean;
}

const together_ms = 5 * 60_000;
const spoken: ReadonlySet<Fact['type']> = new Set(['message_received', 'replied', 'note_added']);
/** What follows from its neighbours, and need not be said. */
const silent: ReadonlySet<Fact['type']> = new Set(['session_started', 'marked_read']);

function follows(before: TranscriptEntry, entry: TranscriptEntry): boolean {
  const [a, b] = [before.event, entry.event];
  return spoken.has(b.fact.type) && a.fact.type === b.fact.type && a.by.id === b.by.id && b.at - a.at < together_ms;
}

/** The transcript as it is drawn. */
export function arrange(transcript: readonly TranscriptEntry[], reader: string): Item[] {
  const entries = transcript.filter(({ event }) => !silent.has(event.fact.type));
  const lastSpoken = entries.findLast(({ event }) => spoken.has(event.fact.type));
  return entries.map((entry, at) => {
    const before = entries[at - 1];
    const newDay = !before || !sameDay(before.event.at, entry.event.at);
    return {
      entry,
      newDay,
      follows: !newDay && follows(before, entry),
      last: entry === lastSpoken && entry.event.by.id === reader,
    };
  });
}
