import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Side, useFloating } from './floating';
import './tooltip.css';

interface TooltipProps {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  text: string;
  shown: boolean;
  side: Side;
}

// Always in the page, so that `aria-describedby` finds its words; seen only while shown.
export function Tooltip({ id, anchor, text, shown, side }: TooltipProps) {
  const element = useRef<HTMLSpanElement>(null);
  useFloating(anchor, element, shown, side, 'center');
  return (
    <span ref={element} id={id} role="tooltip" class="tooltip" hidden={!shown}>
      {text}
    </span>
  );
}

// Whether a tooltip shows: while the pointer or the keyboard's focus is on its owner, and after a tap until the next
// one elsewhere. Escape puts it away.
export function useTooltip(anchor: RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setShown(false);
    const onPointer = (event: PointerEvent) => {
      if (!anchor.current?.contains(event.target as Node)) setShown(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [shown]);
  return {
    shown,
    show: () => setShown(true),
    handlers: {
      onPointerEnter: (event: PointerEvent) => event.pointerType === 'mouse' && setShown(true),
      onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && setShown(false),
      onFocus: (event: FocusEvent) => (event.target as Element).matches(':focus-visible') && setShown(true),
      onBlur: () => setShown(false),
    },
  };
}
