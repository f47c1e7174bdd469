// The rules, as compiled from core/: the same code that the server runs.
import { rulesOf, sourceOf } from './customer_rules';
import { nameAt } from './kept';
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
 * What a customer's page asks of the rules: pure functions over plain values. A name that the rules do not know is a
 * TypeError. States, policies, actors and lists of colleagues are taken to be immutable: asking again with the same object
 * is cheap.
 */
export interface CustomerRules {
  /** Tells one build of the rules from another. */
  readonly rulesId: string;
  /** A conversation before its first event. */
  initial(): Conversation;
  evolve(state: Conversation, event: Event): Conversation;
  decide(state: Conversation, request: Request, setting: Setting): Decision;
  /** Every button that has a place here for this person, and why it is disabled if it is. */
  available(state: Conversation, actor: Actor, setting: Setting): Availability[];
  commandsOf(button: ButtonId, actor: Actor, payload?: Partial<Payload>): Command[];
  status(state: Conversation): Status;
  badge(state: Conversation): Badge;
  replyOwed(state: Conversation): boolean;
  /** Until when a close can be undone, in milliseconds since 1970; null: it is not closed. */
  undoUntil(state: Conversation, policy: Policy): number | null;
  /** Whether its chat is over: it goes on with whatever the customer writes, unless it is closed. */
  hasEnded(state: Conversation): boolean;
  /** Until when its customer can reopen it, likewise; null: it is not closed, or there is no such time. */
  reopenUntil(state: Conversation, policy: Policy): number | null;
}

/** All of the rules, for everybody. */
export interface Rules extends CustomerRules {
  /** What an operator has who has decided nothing yet. */
  defaultPolicy(): Policy;
  /** Somebody with nothing in hand. Agents: available for what, with which capacity (the default if not given). */
  actor(who: Pick<Actor, 'role' | 'id' | 'sites'> & Partial<Actor>): Actor;
  /** Why this person may not give this command now, with everything seen and confirmed; null: they may. */
  can(state: Conversation, actor: Actor, command: Command, setting: Setting): Rejection | null;
  /** How the conversation stood at a moment of its history, for this person, and why. */
  explain(history: History, actor: Actor, at: number): Explanation;
  /**
   * 32 bits that stand for all that the rules decide by, to see whether two sides are at the same state: every field but
   * `reads`, and no text.
   */
  digest(state: Conversation): number;
  /** When the customer is to be answered, in milliseconds since 1970; null: nothing is owed, or no time is set. */
  due(state: Conversation, actor: Actor, setting: Setting): number | null;
  /** Whether the customer wrote something that this person has not read. */
  unread(state: Conversation, actor: Actor, setting: Setting): boolean;
  /** The channels that it is staffed and counted with. */
  group(state: Conversation): Group;
  /** Whom this agent would be given among these, as far as they are known: the server knows of more. */
  next(candidates: Iterable<Candidate>, actor: Actor, setting: Setting): Choice;
}

/** `wasm` is its address, or where there is nothing to fetch it with, the bytes. */
export async function loadRules(wasm: string | Uint8Array): Promise<Rules> {
  const { default: instantiate } = await import('@wasm/wrapup.mjs');
  const core = await instantiate(sourceOf(wasm));
  const { border, kept, rules } = rulesOf(core);
  const { decide, available } = rules;

  return {
    ...rules,
    defaultPolicy: () => border.ask('Policy', core.default_policy),
    actor: (who) => ({
      available: [],
      capacity: border.ask('Group:number?', core.default_capacity),
      load: { voice: 0, messaging: 0, mail: 0 },
      ...who,
    }),
    can(state, actor, command, setting) {
      if (command.type === 'next') return available(state, actor, setting).find(isNext)?.rejection ?? null;
      const decision = decide(
        state,
        { actor, seen: state.version, confirmed: ['reply_owed'], steps: [command] },
        setting,
      );
      return 'rejection' in decision ? decision.rejection : null;
    },
    explain: (history, actor, at) =>
      border.ask('Explanation', () => core.explain(at), ['History', history], ['Actor', actor]),
    digest: (state) => core.digest(kept.slot(state)),
    unread(state, actor, setting) {
      kept.setting(actor, setting);
      return core.unread(kept.slot(state));
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
  };
}

function isNext({ button }: Availability): boolean {
  return button === 'next';
}
