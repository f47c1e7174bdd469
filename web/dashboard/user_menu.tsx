import { useId, useRef, useState } from 'preact/hooks';
import type { AfterClosing } from '../sync/store';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { memo } from '../ui/memo';
import { Menu, type MenuItem } from '../ui/menu';
import { words } from '../words/dashboard';
import { useActions } from './actions';
import { whyFixed } from './availability';
import { useDesk } from './context';
import { useSwitch } from './switching';
import './user_menu.css';

const { user } = words.app;
const places: Record<AfterClosing, string> = user.places;

/** Whoever is signed in: how they like to work, and the way out. */
export const UserMenu = memo(({ onSignOut }: { onSignOut: () => void }) => {
  const { store, me } = useDesk();
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const preferring = useSwitch(store.shift.prefer);
  const now = me.preferences?.after_closing ?? 'stay';
  const reason = whyFixed(store);
  const choices: MenuItem[] = (Object.keys(places) as AfterClosing[]).map((place) => ({
    id: `after-${place}`,
    label: places[place],
    reason,
    checked: place === now,
    choice: user.afterClosing,
    onPress: () => preferring.set({ after_closing: place }),
  }));
  const items: MenuItem[] = [...choices, { id: 'sign-out', label: user.signOut, reason: null, onPress: onSignOut }];
  useActions(() =>
    items.map(({ id: what, label, choice, reason: why, onPress }) => ({
      id: what,
      group: 'wrapup',
      label: choice === undefined ? label : `${choice}: ${label}`,
      key: null,
      reason: why,
      run: onPress,
    })),
  );
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="who"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Avatar id={me.actor.id} name={me.name} size="small" />
        <span class="who-name" dir="auto">
          {me.name}
        </span>
        <Icon name="chevron-down" />
      </button>
      {open && (
        <Menu id={id} label={me.name} items={items} anchor={anchor} side="below" onClose={() => setOpen(false)} />
      )}
      <p class={preferring.failed ? 'who-failed' : 'heard'} role="status">
        {preferring.failed}
      </p>
    </>
  );
});
