// The modules that emscripten makes: the one for customers of wasm/bindings.cpp, the one for everybody of wasm/agents.cpp
// too. What goes into a call and comes out beside its numbers crosses before and after it: see border.ts.
declare module '@wasm/customer.mjs' {
  export interface CustomerCore {
    /** The memory of wasm. Another array once it has grown. */
    readonly HEAPU8: Uint8Array<ArrayBuffer>;
    room(bytes: number): number;
    answer(): number;
    rules_id(): void;
    initial(): void;
    keep_setting(): void;
    keep_state(slot: number): void;
    available(slot: number, at: number): number;
    packed_buttons(): number;
    evolve(): void;
    decide(at: number): boolean;
    commands_of(): void;
    status(slot: number): number;
  }

  export interface Source {
    locateFile?: (file: string) => string;
    wasmBinary?: Uint8Array;
  }

  export default function instantiate(source: Source): Promise<CustomerCore>;
}

declare module '@wasm/wrapup.mjs' {
  import type { CustomerCore, Source } from '@wasm/customer.mjs';

  export interface Core extends CustomerCore {
    default_policy(): void;
    default_capacity(): void;
    explain(at: number): void;
    digest(slot: number): number;
    due(slot: number): void;
    unread(slot: number): boolean;
    group(slot: number): number;
    is_next(slot: number, otherSlot: number): boolean;
    nobody(): number;
  }

  export default function instantiate(source: Source): Promise<Core>;
}
