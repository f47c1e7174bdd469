import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Where what had the focus goes away from within `part`, the focus goes to `instead`, and not to the top of the page. */
export function useKeptFocus(part: RefObject<HTMLElement | null>, instead: RefObject<HTMLElement | null>): void {
  const hadFocus = part.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) instead.current?.focus({ preventScroll: true });
  });
}
