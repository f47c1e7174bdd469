// What was asked for and not answered yet. Pure: every function returns a new outbox.
import type { ButtonId, Command, Confirmation, Rejection } from '../rules/types.gen';
import type { NextCustomer, Refused } from './model';
import { commandsPerPostMax, type Outcome, type Patch, type SentCommand } from './protocol';

const postCharactersMax = 200_000;

export interface Intent {
  readonly conversation: string;
  readonly seen: number;
  readonly confirmed: readonly Confirmation[];
  readonly steps: readonly Command[];
  readonly button: ButtonId | null;
  readonly at: number;
}

export interface Entry extends Intent {
  readonly n: number;
  /** The server has decided it; what it said is still to be asked for. It is not to be predicted any more. */
  readonly decided: boolean;
}

/** Entries are numbered without gaps, and never twice; on the wire a client's numbers start after its `base`. */
export interface Outbox {
  readonly client: string;
  readonly base: number;
  readonly last: number;
  readonly entries: readonly Entry[];
}

export function emptyOutbox(client: string, last = 0): Outbox {
  return { client, base: last, last, entries: [] };
}

export function add(outbox: Outbox, intent: Intent): Outbox {
  const n = outbox.last + 1;
  return { ...outbox, last: n, entries: [...outbox.entries, { ...intent, n, decided: false }] };
}

/**
 * Takes out what a patch answers. A command leaves with its outcome only: a patch of the stream may have passed the
 * answer that tells of an earlier refusal, and that refusal has a text to give back.
 */
export function settle(outbox: Outbox, patch: Patch): { outbox: Outbox; refused: Refused[]; next: NextCustomer[] } {
  const next: NextCustomer[] = [];
  if (patch.client !== outbox.client) return { outbox, refused: [], next };
  const outcomes = new Map(patch.outcomes.map((outcome) => [outcome.n + outbox.base, outcome]));
  const entries: Entry[] = [];
  const refused: Refused[] = [];
  for (const entry of outbox.entries) {
    const outcome = outcomes.get(entry.n);
    if (entry.n - outbox.base > patch.last_command) entries.push(entry);
    else if (!outcome) entries.push({ ...entry, decided: true });
    else if (outcome.code !== 'ok') {
      const { n, conversation, steps } = entry;
      const { code, detail = null } = outcome;
      refused.push({ n, conversation, commands: [...steps], code, detail, verdict: 'final' });
    } else if (entry.steps.at(-1)?.type === 'next') next.push(nextAfter(entry, outcome));
  }
  return { outbox: { ...outbox, entries }, refused, next };
}

function nextAfter({ conversation }: Entry, { detail }: Outcome): NextCustomer {
  const { next = null, nobody = null } = (detail ?? {}) as { next?: string; nobody?: Rejection };
  return { after: conversation, next, nobody };
}

/** As another client, from 1. What the server had decided under the old name stays decided. */
export function renumber(outbox: Outbox, client: string): Outbox {
  const entries = outbox.entries.filter((entry) => !entry.decided);
  const base = (entries[0]?.n ?? outbox.last + 1) - 1;
  return { ...outbox, client, base, entries };
}

/** What was seen in another history counts for nothing in this one. */
export function unsee(outbox: Outbox): Outbox {
  return { ...outbox, entries: outbox.entries.map((entry) => ({ ...entry, seen: 0 })) };
}

/** The next commands to send, the oldest first. */
export function nextBatch(outbox: Outbox): SentCommand[] {
  const batch: SentCommand[] = [];
  let characters = 0;
  for (const { n, conversation, seen, confirmed, steps, at } of outbox.entries.slice(0, commandsPerPostMax)) {
    const command = { n: n - outbox.base, conversation, seen, confirmed, steps, at };
    characters += JSON.stringify(command).length;
    if (batch.length > 0 && characters > postCharactersMax) break;
    batch.push(command);
  }
  return batch;
}
