import { useLayoutEffect, useRef } from 'preact/hooks';

export const settle_ms = 400;

// Guards a place where one button can take the turn of another: while what stands there has just changed, a press was
// meant for what stood there before, and is ignored. What stands there at first is settled.
export function useSettled(label: string | null): { current: boolean } {
  const settled = useRef(true);
  const shown = useRef(label);
  useLayoutEffect(() => {
    if (shown.current === label) return;
    shown.current = label;
    settled.current = false;
    const timer = setTimeout(() => {
      settled.current = true;
    }, settle_ms);
    return () => clearTimeout(timer);
  }, [label]);
  return settled;
}
