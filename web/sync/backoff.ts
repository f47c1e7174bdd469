const first_ms = 500;
const longest_ms = 10_000;
const jitter = 0.25;

/** Tries again later: after 0.5 s, 1 s, 2 s … 10 s, a quarter more or less, so that clients do not come all at once. */
export class Backoff {
  #tasks = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  later(task: () => void): void {
    this.#tasks.add(task);
    if (this.#timer !== undefined) return;
    const wait = Math.min(longest_ms, first_ms * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.wake(), wait * (1 - jitter + 2 * jitter * Math.random()));
  }

  /** Whatever waits runs now. */
  wake(): void {
    const tasks = this.#tasks;
    this.cancel();
    for (const task of tasks) task();
  }

  /** It worked: the next wait is a short one again. */
  reset(): void {
    this.#failures = 0;
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tasks = new Set();
  }
}
