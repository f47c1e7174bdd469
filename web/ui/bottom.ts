import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const near_px = 48;

/**
 * Keeps a scrolling element at its bottom as it grows, but only if that is where the reader was; else `below` tells
 * that there is something new there. `count`: how many things are in it; `own`: how many of them are the reader's own,
 * who wants to see what they did.
 */
export function useBottom<Scroller extends HTMLElement>(count: number, own: number) {
  const scroller = useRef<Scroller>(null);
  const atBottom = useRef(true);
  const counted = useRef({ count, own });
  const [below, setBelow] = useState(false);

  const toBottom = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const grew = count > counted.current.count;
    const acted = own > counted.current.own;
    counted.current = { count, own };
    if (atBottom.current || acted) toBottom();
    else if (grew) setBelow(true);
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      atBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < near_px;
      if (atBottom.current) setBelow(false);
    };
    const resized = new ResizeObserver(() => atBottom.current && toBottom());
    for (const part of [element, ...element.children]) resized.observe(part);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { scroller, below, toBottom };
}
