import { signal } from '@preact/signals';

const step_ms = 15_000;

// The time, for words such as "4 min": close enough, and the same for the whole page.
export const now = signal(Date.now());
let clock = () => Date.now();

setInterval(() => {
  now.value = clock();
}, step_ms);

/** Whose time it is, if not this machine's. */
export function follow(other: () => number): void {
  clock = other;
  now.value = clock();
}

/** To the millisecond, where `now` is too coarse. */
export const exactly = (): number => clock();
