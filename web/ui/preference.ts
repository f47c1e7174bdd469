import { signal } from '@preact/signals';
import { keep, kept } from './kept';

export interface Preference {
  /** Whoever draws it is drawn again when it changes. */
  readonly on: boolean;
  toggle(): void;
}

export interface Choice<Value extends string> {
  /** Whoever draws it is drawn again when it changes. */
  readonly value: Value;
  choose(value: Value): void;
}

/** One of a few things in this browser, also the next time; the first, where nobody has chosen. */
export function choice<Value extends string>(name: string, among: readonly [Value, ...Value[]]): Choice<Value> {
  const state = signal(among.find((one) => one === kept(name)) ?? among[0]);
  return {
    get value() {
      return state.value;
    },
    choose(value) {
      state.value = value;
      keep(name, value);
    },
  };
}

/** Something that is on or off in this browser, also the next time. */
export function preference(name: string, otherwise: 'on' | 'off'): Preference {
  const state = signal(kept(name) ?? otherwise);
  return {
    get on() {
      return state.value === 'on';
    },
    toggle() {
      state.value = state.peek() === 'on' ? 'off' : 'on';
      keep(name, state.peek());
    },
  };
}
