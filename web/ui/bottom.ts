import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const near_px = 48;

/**
 * For a scrolling element that is laid out from its bottom (`column-reverse`, around a single child), so that it stays
 * there by itself as it grows, if that is where the reader is. `below` tells of something new to a reader who is
 * elsewhere. `count`: how many things are in it; `own`: how many of them are the reader's own, who wants to see what
 * they did.
 */
export function useBottom<Scroller extends HTMLElement>(count: number, own: number) {
  const scroller = useRef<Scroller>(null);
  const atBottom = useRef(true);
  const [below, setBelow] = useState(false);
  const counted = useRef({ count, own });

  const toBottom = () => scroller.current?.scrollTo({ top: 0 });

  useLayoutEffect(() => {
    const grew = count > counted.current.count;
    const acted = own > counted.current.own;
    counted.current = { count, own };
    if (atBottom.current) return;
    if (acted) toBottom();
    else if (grew) setBelow(true);
  }, [count, own]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      atBottom.current = element.scrollTop > -near_px;
      if (atBottom.current) setBelow(false);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, []);

  return { scroller, below, toBottom, isAtBottom: () => atBottom.current };
}
