// Whether anybody is at this browser, in whichever of its tabs.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Group } from '../rules/types.gen';
import type { Store } from '../sync/store';
import { drop, keep, kept } from '../ui/kept';

/** Without any input for as long, one is away. */
export const awayAfter_ms = 15 * 60_000;
const lookEvery_ms = 5_000;
const noteEvery_ms = 2_000;

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const inputKey = 'input-at';
const awayKey = 'away';

const known = (): Group[] | null => {
  const groups = kept(awayKey);
  return groups === null ? null : (groups.split(' ') as Group[]);
};

/** What was switched off because nobody was here; null: nothing was. */
export const awayFrom = signal<readonly Group[] | null>(known());

export function forgetAway(): void {
  drop(awayKey);
  awayFrom.value = null;
}

function noteInput(): void {
  const now = Date.now();
  if (now - Number(kept(inputKey) ?? 0) >= noteEvery_ms) keep(inputKey, String(now));
}

async function goAway({ shift }: Store, from: readonly Group[]): Promise<void> {
  if ((await shift.take([])) !== null) return;
  keep(awayKey, from.join(' '));
  awayFrom.value = from;
}

/** Of all tabs, the one that leads switches off; each tells. */
export function useIdle(store: Store): void {
  useEffect(() => {
    keep(inputKey, String(Date.now()));
    const look = () => {
      const available = store.me.peek()?.actor.available ?? [];
      const idle_ms = Date.now() - Number(kept(inputKey));
      const acts = store.leads.peek() && store.connection.peek().state === 'live';
      if (acts && available.length > 0 && idle_ms >= awayAfter_ms) void goAway(store, available);
    };
    const follow = () => {
      awayFrom.value = known();
    };
    const looking = setInterval(look, lookEvery_ms);
    for (const input of inputs) document.addEventListener(input, noteInput, { capture: true, passive: true });
    window.addEventListener('storage', follow);
    return () => {
      clearInterval(looking);
      for (const input of inputs) document.removeEventListener(input, noteInput, { capture: true });
      window.removeEventListener('storage', follow);
    };
  }, [store]);
}
