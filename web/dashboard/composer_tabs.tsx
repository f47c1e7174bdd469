import { useRef } from 'preact/hooks';
import type { Tab } from './controls';

const allTabs: readonly { tab: Tab; label: string }[] = [
  { tab: 'reply', label: 'Reply' },
  { tab: 'note', label: 'Internal note' },
];

interface TabsProps {
  /** Those that there are here. */
  shown: readonly Tab[];
  tab: Tab;
  /** By the arrow keys: the focus stays with the tabs. */
  onTab: (tab: Tab) => void;
  onWrite: (tab: Tab) => void;
}

export function ComposerTabs({ shown, tab, onTab, onWrite }: TabsProps) {
  const tabs = allTabs.filter((each) => shown.includes(each.tab));
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs.find((candidate) => candidate.tab !== tab);
    if (!other) return;
    event.preventDefault();
    onTab(other.tab);
    list.current?.querySelector<HTMLElement>(`#composer-tab-${other.tab}`)?.focus();
  };
  return (
    <div ref={list} class="composer-tabs" role="tablist" aria-label="What to write" onKeyDown={onKeyDown}>
      {tabs.map((each) => (
        <button
          key={each.tab}
          id={`composer-tab-${each.tab}`}
          type="button"
          role="tab"
          class="composer-tab"
          aria-selected={each.tab === tab}
          aria-controls="composer-panel"
          tabIndex={each.tab === tab ? 0 : -1}
          onClick={() => onWrite(each.tab)}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
}
