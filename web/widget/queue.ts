// How many wait before the visitor: asked for again and again, but only while they wait and look.
import { effect, type ReadonlySignal, signal } from '@preact/signals';

const again_ms = 10_000;

/** `waiting`: the conversation that waits in a queue before the visitor's eyes. Null: it is not known how many. */
export function queueOf(
  waiting: ReadonlySignal<string | null>,
  ask: (conversation: string) => Promise<number | null>,
): ReadonlySignal<number | null> {
  const ahead = signal<number | null>(null);
  effect(() => {
    const id = waiting.value;
    if (id === null) return;
    let gone = false;
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const told = await ask(id);
      if (!gone) ahead.value = told;
    };
    void look();
    const timer = setInterval(() => void look(), again_ms);
    return () => {
      gone = true;
      clearInterval(timer);
      ahead.value = null;
    };
  });
  return ahead;
}
