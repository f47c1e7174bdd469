// What was asked for and not answered yet, in the order in which it is sent. Pure: every function returns a new outbox.
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

/** Under which name, and as which of its commands, the server is asked. A client's numbers have no gaps. */
export interface Numbered {
  readonly client: string;
  readonly n: number;
}

export interface Entry extends Intent {
  /** Names it in this browser, whatever becomes of its number. */
  readonly id: string;
  /** Null until it is kept: it is drawn already, and not sent before. */
  readonly number: Numbered | null;
  /** The server has decided it; what it said is still to be asked for. It is not to be predicted any more. */
  readonly decided: boolean;
}

export type WithNumber = Entry & { readonly number: Numbered };

export type Outbox = readonly Entry[];

export function entryOf(id: string, intent: Intent): Entry {
  return { ...intent, id, number: null, decided: false };
}

/** These are kept now, by their ids. What other tabs of this browser asked for may have come in between. */
export function number(outbox: Outbox, numbered: ReadonlyMap<string, Numbered>): Outbox {
  const withNumber = (entry: Entry) => {
    const given = numbered.get(entry.id);
    return given ? { ...entry, number: given } : entry;
  };
  return inOrder(outbox.map(withNumber));
}

/** Together with what another tab asked for, or what was kept; known ones stay as they are. */
export function join(outbox: Outbox, others: Outbox): Outbox {
  const known = new Set(outbox.map(({ id }) => id));
  return inOrder([...others.filter(({ id }) => !known.has(id)), ...outbox]);
}

// By number; what has none yet comes last. The clients of one outbox follow each other as they stand.
function inOrder(outbox: Outbox): Outbox {
  const clients = [...new Set(outbox.flatMap(({ number }) => number?.client ?? []))];
  const rank = ({ number }: Entry) => (number ? clients.indexOf(number.client) : clients.length);
  return [...outbox].sort((a, b) => rank(a) - rank(b) || (a.number?.n ?? 0) - (b.number?.n ?? 0));
}

export interface Settled {
  readonly outbox: Outbox;
  /** What was answered, and is in the outbox no longer. */
  readonly answered: Outbox;
  /** What goes on waiting, and is decided now. */
  readonly altered: Outbox;
  readonly refused: readonly Refused[];
  readonly next: readonly NextCustomer[];
}

type Told = Pick<Patch, 'client' | 'last_command' | 'outcomes'>;

/**
 * Takes out what a patch answers. A command leaves with its outcome only: a patch of the stream may have passed the
 * answer that tells of an earlier refusal, and that refusal has a text to give back.
 */
export function settle(outbox: Outbox, { client, last_command, outcomes }: Told): Settled {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.n, outcome]));
  const entries: Entry[] = [];
  const answered: Entry[] = [];
  const altered: Entry[] = [];
  const refused: Refused[] = [];
  const next: NextCustomer[] = [];
  for (const entry of outbox) {
    const n = entry.number?.client === client ? entry.number.n : Number.POSITIVE_INFINITY;
    const outcome = outcomeOf.get(n);
    if (n > last_command) entries.push(entry);
    else if (!outcome) {
      const decided = entry.decided ? entry : { ...entry, decided: true };
      if (decided !== entry) altered.push(decided);
      entries.push(decided);
    } else {
      answered.push(entry);
      if (outcome.code !== 'ok') refused.push(refusalOf(entry, outcome.code, outcome.detail ?? null));
      else if (entry.steps.at(-1)?.type === 'next') next.push(nextAfter(entry, outcome));
    }
  }
  const same = entries.length === outbox.length && entries.every((entry, at) => entry === outbox[at]);
  return { outbox: same ? outbox : entries, answered, altered, refused, next };
}

function refusalOf(entry: Entry, code: Refused['code'], detail: Refused['detail']): Refused {
  const { id, conversation, steps } = entry;
  return { id, conversation, commands: [...steps], code, detail, verdict: 'final' };
}

function nextAfter({ conversation }: Entry, { detail }: Outcome): NextCustomer {
  const { next = null, nobody = null } = (detail ?? {}) as { next?: string; nobody?: Rejection };
  return { after: conversation, next, nobody };
}

/** As another client, from 1. What the server had decided under the old name stays decided. */
export function renumber(outbox: Outbox, from: string, to: string): Outbox {
  const undecided = outbox.filter(({ number, decided }) => number?.client !== from || !decided);
  let n = 0;
  return undecided.map((entry) =>
    entry.number?.client === from ? { ...entry, number: { client: to, n: ++n } } : entry,
  );
}

/** What was seen, and what was decided, in another history counts for nothing in this one. */
export function unsee(outbox: Outbox): Outbox {
  return outbox.map((entry) => ({ ...entry, seen: 0, decided: false }));
}

export interface Batch {
  readonly client: string;
  readonly commands: readonly SentCommand[];
}

/** The next commands to send, the oldest first; null: there are none, or they are not kept yet. */
export function nextBatch(outbox: Outbox): Batch | null {
  const client = outbox[0]?.number?.client;
  if (client === undefined) return null;
  const commands: SentCommand[] = [];
  let characters = 0;
  for (const { number, conversation, seen, confirmed, steps, at } of outbox.slice(0, commandsPerPostMax)) {
    const last = commands.at(-1);
    // Numbers may be missing between those that are decided; a server that was restored has to be asked one by one.
    if (number?.client !== client || (last && number.n !== last.n + 1)) break;
    const command = { n: number.n, conversation, seen, confirmed, steps, at };
    characters += JSON.stringify(command).length;
    if (commands.length > 0 && characters > postCharactersMax) break;
    commands.push(command);
  }
  return { client, commands };
}
