// Keeps what the rules were asked about in the memory of wasm, so that it is converted once.
import type { CustomerCore } from '@wasm/customer.mjs';
import type { Border } from './border';
import type { Setting } from './rules';
import { type Actor, type Availability, type Conversation, inOrder } from './types.gen';

/** The states that were asked about last, at most. An inbox draws a few hundred rows. */
const slotsMax = 1024;
/** The buttons that stand in one conversation, at most. */
const placesMax = 64;

export class Kept {
  readonly #core: CustomerCore;
  readonly #border: Border;
  readonly #slotOf = new WeakMap<Conversation, number>();
  readonly #inSlot: Conversation[] = [];
  #next = 0;
  #asked: [Actor, Setting['policy'], Setting['colleagues']] | null = null;
  #packed: Uint32Array;

  constructor(core: CustomerCore, border: Border) {
    this.#core = core;
    this.#border = border;
    this.#packed = this.#view();
  }

  /** Where this state is kept. */
  slot(state: Conversation): number {
    const known = this.#slotOf.get(state);
    if (known !== undefined && this.#inSlot[known] === state) return known;
    const slot = this.#next;
    this.#border.send(['Conversation', state]);
    this.#core.keep_state(slot);
    this.#inSlot[slot] = state;
    this.#slotOf.set(state, slot);
    this.#next = (slot + 1) % slotsMax;
    return slot;
  }

  setting(actor: Actor, { policy, colleagues }: Setting): void {
    const asked = this.#asked;
    if (asked?.[0] === actor && asked[1] === policy && asked[2] === colleagues) return;
    this.#asked = null;
    this.#border.send(['Actor', actor], ['Policy', policy], ['Actor[]', colleagues]);
    this.#core.keep_setting();
    this.#asked = [actor, policy, colleagues];
  }

  /** The buttons as they are packed in wasm/bindings.cpp; good until the next call of anything. */
  packed(state: Conversation, actor: Actor, setting: Setting): Uint32Array {
    this.setting(actor, setting);
    const count = this.#core.available(this.slot(state), setting.at);
    if (this.#packed.length === 0) this.#packed = this.#view(); // The memory has grown.
    return this.#packed.subarray(0, count);
  }

  #view(): Uint32Array {
    return new Uint32Array(this.#core.HEAPU8.buffer, this.#core.packed_buttons(), placesMax);
  }

  buttons(state: Conversation, actor: Actor, setting: Setting): Availability[] {
    const rows: Availability[] = [];
    for (const bits of this.packed(state, actor, setting)) rows.push(unpacked(bits));
    return rows;
  }
}

function unpacked(bits: number): Availability {
  return {
    place: nameAt(inOrder.Place, bits & 0xf),
    button: nameAt(inOrder.ButtonId, (bits >>> 4) & 0x3f),
    rejection: orNull(inOrder.Rejection, (bits >>> 10) & 0xff),
    asks: orNull(inOrder.Confirmation, (bits >>> 18) & 0xf),
    warns: orNull(inOrder.Warning, (bits >>> 22) & 0xf),
  };
}

export function nameAt<T>(names: readonly T[], index: number): T {
  const name = names[index];
  if (name === undefined) throw new TypeError(`the rules have no name for ${index}`);
  return name;
}

function orNull<T>(names: readonly T[], plusOne: number): T | null {
  return plusOne === 0 ? null : nameAt(names, plusOne - 1);
}
