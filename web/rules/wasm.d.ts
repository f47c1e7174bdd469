// The module that emscripten makes from wasm/bindings.cpp.
declare module '@wasm/wrapup.mjs' {
  import type { Decision, Request, Setting } from './rules';
  import type { Actor, Availability, Badge, ButtonId, Command, Conversation, Event, Status } from './types.gen';

  interface Core {
    rules_id(): string;
    initial(): Conversation;
    evolve(state: Conversation, event: Event): Conversation;
    decide(state: Conversation, request: Request, setting: Setting): Decision;
    available(state: Conversation, actor: Actor, setting: Setting): Availability[];
    commands_of(button: ButtonId, actor: Actor, text: string): Command[];
    status(state: Conversation): Status;
    badge(state: Conversation): Badge;
    reply_owed(state: Conversation): boolean;
  }

  export default function instantiate(options: {
    locateFile?: (file: string) => string;
    wasmBinary?: Uint8Array;
  }): Promise<Core>;
}
