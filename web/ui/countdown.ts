import { useEffect, useState } from 'preact/hooks';
import { exactly } from './now';

/** A timer cannot be set for longer. */
const longest_ms = 24 * 60 * 60_000;

/**
 * How long it is until then, in milliseconds of the server's clock: told anew each time that a second is over, and a
 * last time, as 0, when there is none left. Null: there is nothing to wait for.
 */
export function useCountdown(until: number | null): number | null {
  const [, setTold] = useState(0);
  const left = until === null ? null : Math.max(0, until - exactly());
  useEffect(() => {
    if (left === null || left === 0) return;
    // At the end of the second that is told.
    const timer = setTimeout(() => setTold((told) => told + 1), Math.min(longest_ms, left % 1000 || 1000));
    return () => clearTimeout(timer);
  });
  return left;
}
