import { signal } from '@preact/signals';

export interface Preference {
  /** Whoever draws it is drawn again when it changes. */
  readonly on: boolean;
  toggle(): void;
}

/** Something that is on or off in this browser, also the next time; where it keeps nothing, for as long as the page. */
export function preference(name: string, otherwise: 'on' | 'off'): Preference {
  const key = `wrapup:${name}`;
  const state = signal(kept(key) ?? otherwise);
  return {
    get on() {
      return state.value === 'on';
    },
    toggle() {
      state.value = state.peek() === 'on' ? 'off' : 'on';
      try {
        localStorage.setItem(key, state.peek());
      } catch {
        // It holds for this page.
      }
    },
  };
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
