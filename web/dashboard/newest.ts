import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** So many entries are drawn at first, and so many more each time that somebody comes near the oldest of them. */
const step = 200;
const near_px = 800;

/** From which of thousands of entries on they are drawn. `start` stands before the first of them, in what scrolls. */
export function useNewest(total: number): { from: number; start: RefObject<HTMLLIElement | null> } {
  const [from, setFrom] = useState(() => Math.max(0, total - step));
  const start = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const first = start.current;
    if (!first || from === 0) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setFrom(Math.max(0, from - step)),
      { root: first.closest('[tabindex]'), rootMargin: `${near_px}px` },
    );
    observer.observe(first);
    return () => observer.disconnect();
  }, [from]);
  return { from, start };
}
