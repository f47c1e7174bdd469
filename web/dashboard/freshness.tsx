import type { Freshness } from '../sync/store';
import { now } from '../ui/now';
import { moment } from '../ui/time';
import './freshness.css';

/** Younger than this is as good as now. */
const worthSaying_ms = 3_000;

/** How old what is shown may be; nothing while it is live. */
export function Fresh({ fresh }: { fresh: Freshness }) {
  if (fresh.state === 'live') return null;
  const age = fresh.since === null ? null : Math.max(0, now.value - fresh.since);
  return <span class="freshness">{words(fresh, age)}</span>;
}

function words({ state, since }: { state: 'behind' | 'offline'; since: number | null }, age: number | null): string {
  if (since === null || age === null) return state === 'offline' ? 'Offline' : 'Catching up…';
  if (state === 'offline') return `As of ${moment(since, now.value)}`;
  return age < worthSaying_ms ? 'Catching up…' : `${Math.round(age / 1000)} s behind`;
}
