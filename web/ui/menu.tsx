import { Fragment, type RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { type Side, useFloating } from './floating';
import { Icon } from './icon';
import './menu.css';

export interface MenuItem {
  id: string;
  label: string;
  reason: string | null;
  /** What more there is to know of it. */
  hint?: (() => string | null) | undefined;
  /** For one that is on or off. */
  checked?: boolean;
  /** Of those with the same name, which stand together under it, one is checked at a time. */
  choice?: string;
  onPress: () => void;
}

interface MenuProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  anchor: RefObject<HTMLElement | null>;
  side: Side;
  onClose: () => void;
}

// What the keys do to the place of the focus, among `count` items.
const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

// An open menu: takes the focus, and gives it back to its anchor.
export function Menu({ id, label, items, anchor, side, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const described = useId();
  useFloating(anchor, list, true, side, 'end');

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    rows()[0]?.focus();
    const onPointer = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, []);

  const leave = () => {
    anchor.current?.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : null;
    const move = moves[event.key];
    if (move) all[move(at, all.length)]?.focus();
    else if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') return onClose();
    else if (letter && letter !== ' ') {
      const later = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      later.find((row) => row.textContent?.toLowerCase().startsWith(letter))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} id={id} role="menu" aria-label={label} class="menu" onKeyDown={onKeyDown}>
      {items.map((item, at) => (
        <Fragment key={item.id}>
          {item.choice === undefined && items[at - 1]?.choice !== undefined && <hr class="menu-rule" />}
          {item.choice !== undefined && item.choice !== items[at - 1]?.choice && (
            <span class="menu-heading" role="presentation">
              {item.choice}
            </span>
          )}
          <Row
            item={item}
            id={`${described}${item.id}`}
            onPress={() => {
              leave();
              item.onPress();
            }}
          />
        </Fragment>
      ))}
    </div>
  );
}

function Row({ item, id, onPress }: { item: MenuItem; id: string; onPress: () => void }) {
  const { label, reason, checked, choice } = item;
  const more = reason ?? item.hint?.() ?? null;
  const kind = choice === undefined ? ('menuitemcheckbox' as const) : ('menuitemradio' as const);
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: 'menuitem' as const } : { role: kind, 'aria-checked': checked })}
      aria-label={choice === undefined ? undefined : `${choice}: ${label}`}
      tabIndex={-1}
      class="menu-item"
      aria-disabled={reason ? true : undefined}
      aria-describedby={more ? id : undefined}
      onClick={() => !reason && onPress()}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
    >
      <span class="menu-label">
        {label}
        {checked && <Icon name="check" />}
      </span>
      {more && (
        <span id={id} class="menu-reason" aria-hidden="true">
          {more}
        </span>
      )}
    </button>
  );
}
