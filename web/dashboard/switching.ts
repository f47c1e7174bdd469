import { useState } from 'preact/hooks';

/** Something that the server switches. */
export interface Switch<T> {
  /** Why the last time came to nothing, in words. */
  failed: string | null;
  set(to: T, ...more: [giveBack?: boolean]): void;
}

export function useSwitch<T>(put: (to: T, ...more: [giveBack?: boolean]) => Promise<string | null>): Switch<T> {
  const [failed, setFailed] = useState<string | null>(null);
  return { failed, set: (to, ...more) => void put(to, ...more).then(setFailed) };
}
