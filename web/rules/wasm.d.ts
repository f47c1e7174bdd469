// The module that emscripten makes from wasm/bindings.cpp and wasm/agents.cpp. What goes into a call and comes out beside
// its numbers crosses before and after it: see border.ts.
declare module '@wasm/wrapup.mjs' {
  export interface Core {
    /** The memory of wasm. Another array once it has grown. */
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    room(bytes: number): number;
    answer(): number;
    rules_id(): void;
    initial(): void;
    default_policy(): void;
    default_capacity(): void;
    keep_setting(): void;
    keep_state(slot: number): void;
    available(slot: number, at: number): number;
    packed_buttons(): number;
    evolve(): void;
    decide(at: number): boolean;
    commands_of(): void;
    explain(at: number): void;
    status(slot: number): number;
    digest(slot: number): number;
    due(slot: number): void;
    unread(slot: number): boolean;
    group(slot: number): number;
    is_next(slot: number, otherSlot: number): boolean;
    nobody(): number;
  }

  export default function instantiate(options: {
    locateFile?: (file: string) => string;
    wasmBinary?: Uint8Array;
  }): Promise<Core>;
}
