// The rules, as compiled from core/: the same code that the server runs.
import type {
  Actor,
  Availability,
  Badge,
  ButtonId,
  Command,
  Confirmation,
  Conversation,
  Event,
  Policy,
  Rejection,
  Status,
} from './types.gen';

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

/** Pure functions over plain values. A name that the rules do not know is a TypeError. */
export interface Rules {
  /** Tells one build of the rules from another. */
  readonly rulesId: string;
  /** A conversation before its first event. */
  initial(): Conversation;
  evolve(state: Conversation, event: Event): Conversation;
  decide(state: Conversation, request: Request, setting: Setting): Decision;
  /** Every button that has a place here for this person, and why it is disabled if it is. */
  available(state: Conversation, actor: Actor, setting: Setting): Availability[];
  commandsOf(button: ButtonId, actor: Actor, text: string): Command[];
  status(state: Conversation): Status;
  badge(state: Conversation): Badge;
  replyOwed(state: Conversation): boolean;
}

/** `wasm` is its address, or where there is nothing to fetch it with, the bytes. */
export async function loadRules(wasm: string | Uint8Array): Promise<Rules> {
  const { default: instantiate } = await import('@wasm/wrapup.mjs');
  const core = await instantiate(typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm });
  // embind insists on the exact number of arguments; these can be handed to reduce() and map().
  return {
    rulesId: core.rules_id(),
    initial: () => core.initial(),
    evolve: (state, event) => core.evolve(state, event),
    decide: (state, request, setting) => core.decide(state, request, setting),
    available: (state, actor, setting) => core.available(state, actor, setting),
    commandsOf: (button, actor, text) => core.commands_of(button, actor, text),
    status: (state) => core.status(state),
    badge: (state) => core.badge(state),
    replyOwed: (state) => core.reply_owed(state),
  };
}
