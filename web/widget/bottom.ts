import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

const near_px = 64;

/** Keeps a list at its end while its reader is there; elsewhere it stays put, and `away` says that there is more. */
export function useBottom(changes: string) {
  const element = useRef<HTMLDivElement>(null);
  const away = useSignal(false);
  const following = useRef(true);

  const toBottom = () => {
    const list = element.current;
    if (list) list.scrollTop = list.scrollHeight;
  };

  useLayoutEffect(() => {
    const list = element.current;
    if (!list) return;
    const scrolled = () => {
      following.current = list.scrollHeight - list.scrollTop - list.clientHeight < near_px;
      if (following.current) away.value = false;
    };
    const resized = new ResizeObserver(() => {
      if (following.current) toBottom();
    });
    list.addEventListener('scroll', scrolled, { passive: true });
    for (const part of [list, ...list.children]) resized.observe(part);
    return () => {
      list.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, [away]);

  useLayoutEffect(() => {
    if (following.current) toBottom();
    else away.value = true;
  }, [changes]);

  return { element, away, toBottom };
}
