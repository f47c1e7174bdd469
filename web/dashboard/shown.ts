import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** So many rows are drawn at first, and so many more each time that somebody comes near their end. */
const step = 40;

/** How many of thousands of rows are drawn. `end` is what stands behind the last of them; another `list` starts over. */
export function useShown(list: object, total: number): { shown: number; end: RefObject<HTMLLIElement | null> } {
  const [{ of, shown }, setShown] = useState({ of: list, shown: step });
  const end = useRef<HTMLLIElement>(null);
  const now = of === list ? shown : step;
  useEffect(() => {
    const last = end.current;
    if (!last || now >= total) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setShown({ of: list, shown: now + step }),
      { rootMargin: '600px' },
    );
    observer.observe(last);
    return () => observer.disconnect();
  }, [list, now, total]);
  return { shown: Math.min(now, total), end };
}
