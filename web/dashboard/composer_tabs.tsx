import { useRef } from 'preact/hooks';
import { words as dashboard } from '../words/dashboard';
import type { Tab } from './controls';

const words = dashboard.composer;

interface TabsProps {
  /** Those that there are here. */
  shown: readonly Tab[];
  tab: Tab;
  /** By the arrow keys: the focus stays with the tabs. */
  onTab: (tab: Tab) => void;
  onWrite: (tab: Tab) => void;
}

export function ComposerTabs({ shown, tab, onTab, onWrite }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = shown.find((candidate) => candidate !== tab);
    if (!other) return;
    event.preventDefault();
    onTab(other);
    list.current?.querySelector<HTMLElement>(`#composer-tab-${other}`)?.focus();
  };
  return (
    <div ref={list} class="composer-tabs" role="tablist" aria-label={words.whatToWrite} onKeyDown={onKeyDown}>
      {shown.map((each) => (
        <button
          key={each}
          id={`composer-tab-${each}`}
          type="button"
          role="tab"
          class="composer-tab"
          aria-selected={each === tab}
          aria-controls="composer-panel"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onWrite(each)}
        >
          {words.tabs[each]}
        </button>
      ))}
    </div>
  );
}
