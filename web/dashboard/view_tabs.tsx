import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { queryOf } from '../sync/store';
import { count } from '../words/count';
import { words } from '../words/dashboard';
import { isRightToLeft } from '../words/language';
import { useDesk } from './context';
import { within } from './filters';
import { inboxHref, views, type Where } from './views';
import './view_tabs.css';

interface ViewTabsProps {
  where: Where;
  selected: string | null;
}

/** The views, with how many there are in each that asks for something to be done. Where they are too many, they scroll. */
export function ViewTabs({ where, selected }: ViewTabsProps) {
  const { store } = useDesk();
  const nav = useRef<HTMLElement>(null);
  const counts = useMemo(() => store.counts(where.filter), [store, queryOf(where.filter)]).value;
  const isCounted = counts !== null;
  useLayoutEffect(
    () => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [where.view, isCounted],
  );
  return (
    <nav
      ref={nav}
      class="tabs"
      aria-label={words.inbox.list.views}
      onWheel={({ currentTarget, deltaX, deltaY }) => {
        if (Math.abs(deltaY) > Math.abs(deltaX)) currentTarget.scrollLeft += isRightToLeft() ? -deltaY : deltaY;
      }}
    >
      {views.map(({ view, label, counted }) => (
        <a
          key={view}
          class="tab"
          href={inboxHref({ view, filter: within(view, where.filter) }, selected)}
          aria-current={view === where.view ? 'page' : undefined}
        >
          {label}
          {counted && counts !== null && counts[view] > 0 && (
            <span class={`tab-count tab-count-${counted}`}>{count(counts[view])}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
