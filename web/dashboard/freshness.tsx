import type { Freshness } from '../sync/store';
import { now } from '../ui/now';
import { moment } from '../ui/time';
import { words } from '../words/dashboard';
import './freshness.css';

const { freshness } = words.inbox;

/** Younger than this is as good as now. */
const worthSaying_ms = 3_000;

/** How old what is shown may be; nothing while it is live. */
export function Fresh({ fresh }: { fresh: Freshness }) {
  if (fresh.state === 'live') return null;
  const age = fresh.since === null ? null : Math.max(0, now.value - fresh.since);
  return <span class="freshness">{inWords(fresh, age)}</span>;
}

function inWords({ state, since }: { state: 'behind' | 'offline'; since: number | null }, age: number | null): string {
  if (since === null || age === null) return state === 'offline' ? words.app.connection.offline : freshness.catchingUp;
  if (state === 'offline') return freshness.asOf(moment(since, now.value));
  return age < worthSaying_ms ? freshness.catchingUp : freshness.behind(Math.round(age / 1000));
}
