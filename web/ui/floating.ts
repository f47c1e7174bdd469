import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isRightToLeft } from '../words/language';

export interface Size {
  width: number;
  height: number;
}
export interface Box extends Size {
  left: number;
  top: number;
}
export type Side = 'above' | 'below';
export type Align = 'start' | 'center' | 'end';

const gap = 6;
const margin = 8;

const within = (start: number, length: number, room: number) =>
  Math.max(margin, Math.min(start, room - length - margin));

// Where something of `size` goes beside `anchor`: on the wanted side where it fits, else on the other, and always
// within the view.
export function placeBeside(
  anchor: Box,
  size: Size,
  view: Size,
  side: Side,
  align: Align,
): { left: number; top: number } {
  const above = anchor.top - gap - size.height;
  const below = anchor.top + anchor.height + gap;
  const fitsAbove = above >= margin;
  const fitsBelow = below + size.height <= view.height - margin;
  const top = side === 'above' ? (fitsAbove || !fitsBelow ? above : below) : fitsBelow || !fitsAbove ? below : above;
  const slack = anchor.width - size.width;
  const [start, end] = isRightToLeft() ? [slack, 0] : [0, slack];
  const offset = { start, center: slack / 2, end }[align];
  return { left: within(anchor.left + offset, size.width, view.width), top: within(top, size.height, view.height) };
}

// Keeps a `position: fixed` element beside its anchor while it is shown.
export function useFloating(
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
  shown: boolean,
  side: Side,
  align: Align,
): void {
  useLayoutEffect(() => {
    const element = floating.current;
    if (!shown || !element) return;
    const place = () => {
      if (!anchor.current) return;
      const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const { left, top } = placeBeside(
        anchor.current.getBoundingClientRect(),
        element.getBoundingClientRect(),
        view,
        side,
        align,
      );
      element.style.left = `${Math.round(left)}px`;
      element.style.top = `${Math.round(top)}px`;
    };
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, { capture: true });
    };
  }, [shown, side, align]);
}
