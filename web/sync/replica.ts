// One conversation as this client knows it: what the server confirmed, and what our pending commands will make of it.
import type { CustomerRules, Setting } from '../rules/rules';
import type { Actor, Command, Event, Fact, Rejection } from '../rules/types.gen';
import type { Refused } from './model';
import type { Entry, Outbox } from './outbox';
import type { Customer, CustomerDetails, Row, StoredEvent } from './protocol';

const previewCodePointsMax = 160;

/** `events` is the whole history up to the row's version, or null while only the row is known. */
export interface Confirmed {
  readonly row: Row;
  readonly events: readonly StoredEvent[] | null;
  readonly customer: CustomerDetails | null;
}

export interface Prediction {
  readonly row: Row;
  readonly waiting: readonly Event[];
  /** What no longer applies; the server still decides. */
  readonly refused: readonly Refused[];
}

/** Before its first event. */
export function blank(rules: CustomerRules, conversation: string, customer: Customer): Confirmed {
  return {
    row: { conversation, state: rules.initial(), customer, preview: null, activity_at: 0 },
    events: [],
    customer: null,
  };
}

/** Takes in one event, once. 'gap': events before it are missing here. Customers do not get every event. */
export function confirm(rules: CustomerRules, known: Confirmed, stored: StoredEvent, reader: Actor): Confirmed | 'gap' {
  const { version } = stored.event;
  const ours = known.row.state.version;
  if (version <= ours) return known;
  if (version > ours + 1 && reader.role !== 'customer') return 'gap';
  return {
    ...known,
    row: after(rules, known.row, stored.event),
    events: known.events && [...known.events, stored],
  };
}

/** Replays the pending commands on a confirmed row. */
export function predict(
  rules: CustomerRules,
  confirmed: Row,
  pending: Outbox,
  actor: Actor,
  setting: Omit<Setting, 'at'>,
): Prediction {
  let row = confirmed;
  const waiting: Event[] = [];
  const refused: Refused[] = [];
  for (const entry of pending) {
    const decision = rules.decide(row.state, { ...entry, actor }, { ...setting, at: entry.at });
    if ('rejection' in decision) {
      refused.push(expectedRefusal(entry, decision.rejection, row));
      continue;
    }
    for (const event of decision.events) row = after(rules, row, event);
    waiting.push(...decision.events);
  }
  return { row, waiting, refused };
}

/** Under rules that are not the server's nothing is predicted: what was written is shown, and changes nothing. */
export function unpredicted(confirmed: Row, pending: Outbox, actor: Actor): Prediction {
  const waiting = pending.flatMap((entry) =>
    entry.steps.flatMap(writtenAs).map((fact) => ({
      version: confirmed.state.version,
      at: entry.at,
      by: { role: actor.role, id: actor.id },
      fact,
    })),
  );
  return { row: confirmed, waiting, refused: [] };
}

function writtenAs(command: Command): Fact[] {
  if (command.type === 'receive') return [{ ...command, type: 'message_received' }];
  if (command.type === 'reply') return [{ ...command, type: 'replied', settles: false }];
  if (command.type === 'add_note') return [{ type: 'note_added', text: command.text }];
  return [];
}

function expectedRefusal(entry: Entry, code: Rejection, row: Row): Refused {
  const { id, conversation, steps } = entry;
  const detail = code === 'owned_by' || code === 'not_owner' ? { owner: row.state.owner } : null;
  return { id, conversation, commands: [...steps], code, detail, verdict: 'expected' };
}

function after(rules: CustomerRules, row: Row, event: Event): Row {
  return {
    ...row,
    state: rules.evolve(row.state, event),
    preview: previewOf(event) ?? row.preview,
    // Reading is no activity: nothing moves in a list because somebody looked at it.
    activity_at: event.fact.type === 'marked_read' ? row.activity_at : Math.max(row.activity_at, event.at),
  };
}

function previewOf({ by, fact }: Event): Row['preview'] {
  if (fact.type !== 'message_received' && fact.type !== 'replied') return null;
  const words = fact.text.trim() === '' ? (fact.attachments?.[0]?.name ?? fact.text) : fact.text;
  return { by: by.role, text: [...words].slice(0, previewCodePointsMax).join('') };
}
