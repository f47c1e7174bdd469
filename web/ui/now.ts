import { signal } from '@preact/signals';

const step_ms = 15_000;

// The time, for words such as "4 min": close enough, and the same for the whole page.
export const now = signal(Date.now());

setInterval(() => {
  now.value = Date.now();
}, step_ms);
