import { signal } from '@preact/signals';
import { keep, kept } from './kept';

export interface Preference {
  /** Whoever draws it is drawn again when it changes. */
  readonly on: boolean;
  toggle(): void;
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
