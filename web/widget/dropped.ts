import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on an element, and tells whether some are held above it. */
export function useDropped(element: RefObject<HTMLElement | null>, take: (data: DataTransfer) => void): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault(); // Without this, the browser would leave the page for the file.
      setAbove(true);
    };
    const leave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !element.current?.contains(event.relatedTarget)) setAbove(false);
    };
    const drop = (event: DragEvent) => {
      setAbove(false);
      if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.current?.addEventListener('dragover', over, { signal });
    element.current?.addEventListener('dragleave', leave, { signal });
    element.current?.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);
  return above;
}
