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
  return {
    stored: body,
    failed,
    again,
    saving,
    /** Whether it is in force now. */
    async save(policy: Policy): Promise<boolean> {
      const done = await saving.post<StoredPolicy>('policy', { version: body?.version ?? 0, policy });
      if (done) put(done.body);
      return done !== null;
    },
  };
}
