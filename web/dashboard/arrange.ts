import type { Fact } from '../rules/types.gen';
import type { TranscriptEntry } from '../sync/store';
import { sameDay } from '../ui/time';

export interface Item {
  entry: TranscriptEntry;
  newDay: boolean;
  /** It goes on from the entry before: the same person, in the same way, right after. */
  follows: boolean;
  /** How far it has got: told below the reader's own last words, and below the last reply that the customer has seen. */
  arrival: 'sent' | 'seen' | null;
  /** Below a customer's message that its answer had not seen. */
  meanwhile: boolean;
}

const together_ms = 5 * 60_000;
const spoken: ReadonlySet<Fact['type']> = new Set(['message_received', 'replied', 'note_added']);
/** What follows from its neighbours, and need not be said. */
const silent: ReadonlySet<Fact['type']> = new Set(['session_started', 'marked_read']);

function follows(before: TranscriptEntry, entry: TranscriptEntry): boolean {
  const [a, b] = [before.event, entry.event];
  return spoken.has(b.fact.type) && a.fact.type === b.fact.type && a.by.id === b.by.id && b.at - a.at < together_ms;
}

/** The customer's messages that came while somebody was writing what was then sent: later than all they had seen. */
function overtaken(transcript: readonly TranscriptEntry[]): ReadonlySet<number> {
  const versions = new Set<number>();
  for (const { event: reply } of transcript) {
    if (reply.fact.type !== 'replied' || typeof reply.fact.seen !== 'number') continue;
    for (const { event } of transcript)
      if (event.fact.type === 'message_received' && event.version > reply.fact.seen && event.version < reply.version)
        versions.add(event.version);
  }
  return versions;
}

/** The transcript as it is drawn. `seen`: the version up to which the customer has read. */
export function arrange(transcript: readonly TranscriptEntry[], reader: string, seen = 0): Item[] {
  const entries = transcript.filter(({ event }) => !silent.has(event.fact.type));
  const lastSpoken = entries.findLast(({ event }) => spoken.has(event.fact.type));
  const lastSeen = entries.findLast(({ event }) => event.fact.type === 'replied' && event.version <= seen);
  const late = overtaken(transcript);
  return entries.map((entry, at) => {
    const before = entries[at - 1];
    const newDay = !before || !sameDay(before.event.at, entry.event.at);
    return {
      entry,
      newDay,
      follows: !newDay && follows(before, entry),
      arrival: entry === lastSeen ? 'seen' : entry === lastSpoken && entry.event.by.id === reader ? 'sent' : null,
      meanwhile: late.has(entry.event.version),
    };
  });
}
