// The rules, as compiled from core/: the same code that the server runs.
import { Border } from './border';
import { Kept, at as nameAt } from './kept';
import {
  type Actor,
  type Availability,
  type Badge,
  type ButtonId,
  type Command,
  type Confirmation,
  type Conversation,
  type Event,
  type Explanation,
  type Group,
  type History,
  inOrder,
  type Payload,
  type Policy,
  type Rejection,
  type Status,
} from './types.gen';

export type * from './types.gen';

/** Who asks for what, on which knowledge: `seen` is the version that they were looking at. */
export interface Request {
  actor: Actor;
  seen: number;
  confirmed: readonly Confirmation[];
  steps: readonly Command[];
}

/** What a decision is made under. `colleagues` are the agents there are, the asking one among them. */
export interface Setting {
  policy: Policy;
  colleagues: readonly Actor[];
  /** Milliseconds since 1970. */
  at: number;
}

export type Decision = { events: Event[] } | { rejection: Rejection };

/** Whom an agent goes on with, or why with nobody: unavailable, at_capacity, nobody_waits. */
export type Choice = { next: string } | { nobody: Rejection };

export interface Candidate {
  conversation: string;
  state: Conversation;
}

/**
 * Pure functions over plain values. A name that the rules do not know is a TypeError. States, policies, actors and lists
 * of colleagues are taken to be immutable: asking again with the same object is cheap.
 */
export interface Rules {
  /** Tells one build of the rules from another. */
  readonly rulesId: string;
  /** A conversation before its first event. */
  initial(): Conversation;
  /** What an operator has who has decided nothing yet. */
  defaultPolicy(): Policy;
  /** Somebody with nothing in hand. Agents: available for what, with which capacity (the default if not given). */
  actor(who: Pick<Actor, 'role' | 'id' | 'sites'> & Partial<Actor>): Actor;
  evolve(state: Conversation, event: Event): Conversation;
  decide(state: Conversation, request: Request, setting: Setting): Decision;
  /** Every button that has a place here for this person, and why it is disabled if it is. */
  available(state: Conversation, actor: Actor, setting: Setting): Availability[];
  /** Why this person may not give this command now, with everything seen and confirmed; null: they may. */
  can(state: Conversation, actor: Actor, command: Command, setting: Setting): Rejection | null;
  commandsOf(button: ButtonId, actor: Actor, payload?: Partial<Payload>): Command[];
  /** How the conversation stood at a moment of its history, for this person, and why. */
  explain(history: History, actor: Actor, at: number): Explanation;
  status(state: Conversation): Status;
  badge(state: Conversation): Badge;
  /**
   * 32 bits that stand for all that the rules decide by, to see whether two sides are at the same state: every field but
   * `reads`, and no text.
   */
  digest(state: Conversation): number;
  replyOwed(state: Conversation): boolean;
  /** When the customer is to be answered, in milliseconds since 1970; null: nothing is owed, or no time is set. */
  due(state: Conversation, actor: Actor, setting: Setting): number | null;
  /** Until when a close can be undone, in milliseconds since 1970; null: it is not closed. */
  undoUntil(state: Conversation, policy: Policy): number | null;
  /** Whether its chat is over: it goes on with whatever the customer writes, unless it is closed. */
  hasEnded(state: Conversation): boolean;
  /** Until when its customer can reopen it, likewise; null: it is not closed, or there is no such time. */
  reopenUntil(state: Conversation, policy: Policy): number | null;
  /** Whether the customer wrote something that this person has not read. */
  unread(state: Conversation, actor: Actor, setting: Setting): boolean;
  /** The channels that it is staffed and counted with. */
  group(state: Conversation): Group;
  /** Whom this agent would be given among these, as far as they are known: the server knows of more. */
  next(candidates: Iterable<Candidate>, actor: Actor, setting: Setting): Choice;
}

const noPayload: Payload = { text: '', agent: '', snooze_until: null, topics: [], score: 0 };

/** `wasm` is its address, or where there is nothing to fetch it with, the bytes. */
export async function loadRules(wasm: string | Uint8Array): Promise<Rules> {
  const { default: instantiate } = await import('@wasm/wrapup.mjs');
  const core = await instantiate(typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm });
  const border = new Border(core);
  const kept = new Kept(core, border);

  const decide: Rules['decide'] = (state, { actor, seen, confirmed, steps }, setting) => {
    kept.setting(actor, setting);
    border.send(
      ['Conversation', state],
      ['Actor', actor],
      ['number', seen],
      ['Confirmation{}', confirmed],
      ['Command[]', steps],
    );
    const isDone = core.decide(setting.at);
    return isDone ? { events: border.receive('Event[]') } : { rejection: border.receive('Rejection') };
  };

  // These can be handed to reduce() and map(), which give more arguments.
  return {
    rulesId: border.ask('string', core.rules_id),
    initial: () => border.ask('Conversation', core.initial),
    defaultPolicy: () => border.ask('Policy', core.default_policy),
    actor: (who) => ({
      available: [],
      capacity: border.ask('Group:number?', core.default_capacity),
      load: { voice: 0, messaging: 0, mail: 0 },
      ...who,
    }),
    evolve: (state, event) => border.ask('Conversation', core.evolve, ['Conversation', state], ['Event', event]),
    decide,
    available: (state, actor, setting) => kept.buttons(state, actor, setting),
    can(state, actor, command, setting) {
      if (command.type === 'next') return kept.buttons(state, actor, setting).find(isNext)?.rejection ?? null;
      const decision = decide(
        state,
        { actor, seen: state.version, confirmed: ['reply_owed'], steps: [command] },
        setting,
      );
      return 'rejection' in decision ? decision.rejection : null;
    },
    commandsOf: (button, actor, payload) =>
      border.ask(
        'Command[]',
        core.commands_of,
        ['ButtonId', button],
        ['Actor', actor],
        ['Payload', { ...noPayload, ...payload }],
      ),
    explain: (history, actor, at) =>
      border.ask('Explanation', () => core.explain(at), ['History', history], ['Actor', actor]),
    status: (state) => nameAt(inOrder.Status, core.status(kept.slot(state))),
    badge: (state) => (state.phase.type === 'closed' ? 'closed' : 'open'),
    digest: (state) => core.digest(kept.slot(state)),
    replyOwed: (state) => state.answer.type === 'owed',
    undoUntil: ({ phase }, { undo_window_ms }) => (phase.type === 'closed' ? phase.at + undo_window_ms : null),
    hasEnded: ({ session }) => session.type === 'ended',
    reopenUntil({ phase, channel }, { reopen }) {
      const { mode, window_ms } = reopen[channel];
      return phase.type === 'closed' && mode === 'window' ? phase.at + window_ms : null;
    },
    group: (state) => nameAt(inOrder.Group, core.group(kept.slot(state))),
    next(candidates, actor, setting) {
      kept.setting(actor, setting);
      let best: Candidate | null = null;
      for (const one of candidates) {
        const other: Candidate = best ?? one;
        // Each may take the place of the other; the third time both have one.
        kept.slot(one.state);
        const otherSlot = kept.slot(other.state);
        const slot = kept.slot(one.state);
        border.send(['string', one.conversation], ['string', other.conversation]);
        if (core.is_next(slot, otherSlot)) best = one;
      }
      return best ? { next: best.conversation } : { nobody: nameAt(inOrder.Rejection, core.nobody()) };
    },
    due(state, actor, setting) {
      kept.setting(actor, setting);
      const slot = kept.slot(state);
      return border.ask('number?', () => core.due(slot));
    },
    unread(state, actor, setting) {
      kept.setting(actor, setting);
      return core.unread(kept.slot(state));
    },
  };
}

function isNext({ button }: Availability): boolean {
  return button === 'next';
}
