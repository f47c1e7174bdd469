import { useEffect, useState } from 'preact/hooks';

/**
 * `value` as it was, until the frame in which it changed has been painted. What is pressed answers in the first frame;
 * what takes longer to draw, and is looked at only then, follows in the next.
 */
export function useDeferred<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState({ value });
  useEffect(() => setDrawn({ value }), [value]);
  return drawn.value;
}
