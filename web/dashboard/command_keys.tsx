import { useCallback, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useActions } from './actions';
import { useDesk } from './context';
import { Help } from './help';
import { singleKeys, useKeys } from './keys';
import { Palette } from './palette';
import { inboxHref, views } from './views';
import './command_keys.css';

const said_ms = 4_000;

/** The keyboard's part of every page: the palette, the keys and their list. */
export function CommandKeys() {
  const { actions, undo } = useDesk();
  const { route } = useLocation();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const say = useCallback((reason: string) => {
    setWhy(reason);
    setTimeout(() => setWhy((now) => (now === reason ? null : now)), said_ms);
  }, []);
  useKeys(
    actions,
    useCallback(() => setOpen('palette'), []),
    say,
  );
  useActions(() => [
    ...views.map(({ view, label }) => {
      const run = () => route(inboxHref({ view }));
      return { id: `view-${view}`, group: 'The list' as const, label: `Show ${label}`, key: null, reason: null, run };
    }),
    {
      id: 'undo',
      group: 'Wrapup',
      label: 'Undo the last close',
      key: 'z',
      reason: undo.left().conversations.length > 0 ? null : 'There is nothing to undo.',
      run: undo.run,
    },
    { id: 'keys', group: 'Wrapup', label: 'Show all keys', key: '?', reason: null, run: () => setOpen('help') },
    {
      id: 'single-keys',
      group: 'Wrapup',
      label: singleKeys.on ? 'Switch single letters off' : 'Switch single letters on',
      key: null,
      reason: null,
      run: singleKeys.toggle,
    },
  ]);
  const close = () => setOpen(null);
  return (
    <>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <Help onClose={close} />}
      <p class={why === null ? 'heard' : 'why-not'} role="status">
        {why}
      </p>
    </>
  );
}
