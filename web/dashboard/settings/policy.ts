// The policy in force, as an admin changes it: whole, and only if nobody else did meanwhile.
import type { Policy } from '../../rules/types.gen';
import { useLoaded } from '../loaded';
import { useSaving } from '../saving';

export interface StoredPolicy {
  version: number;
  from: number;
  policy: Policy;
}

export function usePolicy() {
  const { body, failed, again, put } = useLoaded<StoredPolicy>('policy');
  const saving = useSaving();
  const change = async (path: string, sent: object): Promise<boolean> => {
    const done = await saving.post<StoredPolicy>(path, sent);
    if (done) put(done.body);
    return done !== null;
  };
  return {
    stored: body,
    failed,
    again,
    saving,
    /** Whether it is in force now. */
    save: (policy: Policy) => change('policy', { version: body?.version ?? 0, policy }),
    /** Likewise, with one topic more. */
    addTopic: (name: string) => change('topics', { name }),
  };
}
