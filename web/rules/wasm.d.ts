// The module that emscripten makes from wasm/bindings.cpp.
declare module '@wasm/wrapup.mjs' {
  import type { Decision, Request } from './rules';
  import type {
    Actor,
    ButtonId,
    Command,
    Conversation,
    Event,
    Explanation,
    Group,
    History,
    Payload,
    Policy,
    Status,
  } from './types.gen';

  export interface Core {
    rules_id(): string;
    initial(): Conversation;
    default_policy(): Policy;
    default_capacity(): Actor['capacity'];
    keep_setting(actor: Actor, policy: Policy, colleagues: readonly Actor[]): void;
    keep_state(slot: number, state: Conversation): void;
    available(slot: number, at: number): number;
    packed_buttons(): Uint32Array;
    evolve(state: Conversation, event: Event): Conversation;
    decide(state: Conversation, request: Request, at: number): Decision;
    commands_of(button: ButtonId, actor: Actor, payload: Payload): Command[];
    explain(history: History, actor: Actor, at: number): Explanation;
    status(slot: number): Status;
    digest(slot: number): number;
    due(slot: number): number | null;
    unread(slot: number): boolean;
    group(slot: number): Group;
    is_next(slot: number, id: string, otherSlot: number, otherId: string): boolean;
    nobody(): Rejection;
  }

  export default function instantiate(options: {
    locateFile?: (file: string) => string;
    wasmBinary?: Uint8Array;
  }): Promise<Core>;
}
