import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { ourKey } from './keys';

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * Moves the focus through the rows: j and k from anywhere but a text, the arrow keys from within the list. x selects the
 * row that has the focus, Shift+X all up to it; Escape selects none.
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  choose: (conversation: string, through: boolean) => void,
  clear: () => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = ourKey(event);
      if (key === null) return;
      const target = event.target as HTMLElement;
      const { conversation } = target.dataset;
      if (key === 'Escape') clear();
      if (key.toLowerCase() === 'x' && conversation) choose(conversation, event.shiftKey);
      const step = steps[key];
      if (!step) return;
      if (key.startsWith('Arrow') && !list.current?.contains(target)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
      const focused = rows.indexOf(document.activeElement as HTMLElement);
      const current = rows.findIndex((row) => row.getAttribute('aria-current'));
      const at = focused >= 0 ? focused : current;
      const next = rows[at < 0 ? 0 : Math.max(0, Math.min(at + step, rows.length - 1))];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [choose, clear]);
}
