// What agents and supervisors switch while they work: for the server to do, and to tell to every page.
import type { Group, Routing } from '../rules/types.gen';
import { whyNotDone } from '../rules/words';
import type { Preferences } from './protocol';
import type { Transport } from './transport';

/** Each answers why it was not done, in words; null: it was, and `me` says so as soon as the server has told. */
export interface Shift {
  /** `giveBack`: what is in hand in the groups that are left goes back to the queue. */
  take(groups: readonly Group[], giveBack?: boolean): Promise<string | null>;
  route(routing: Routing): Promise<string | null>;
  prefer(preferences: Preferences): Promise<string | null>;
}

export function createShift(transport: Transport): Shift {
  const put = async (path: string, body: unknown) => {
    const { status } = await transport.put(path, body);
    return status === 204 ? null : whyNotDone(status);
  };
  return {
    take(groups, giveBack = false) {
      const [voice, messaging, mail] = (['voice', 'messaging', 'mail'] as const).map((group) => groups.includes(group));
      return put('me/availability', { voice, messaging, mail, give_back: giveBack });
    },
    route: (routing) => put('routing', { routing }),
    prefer: (preferences) => put('me/preferences', preferences),
  };
}
