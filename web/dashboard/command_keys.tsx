import { useCallback, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { words } from '../words/dashboard';
import { useActions } from './actions';
import { useDesk } from './context';
import { Help } from './help';
import { singleKeys, useKeys } from './keys';
import { Palette } from './palette';
import { inboxHref, views } from './views';
import './command_keys.css';

const said = words.app.actions;

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
      return { id: `view-${view}`, group: 'list' as const, label: said.showView(label), key: null, reason: null, run };
    }),
    {
      id: 'undo',
      group: 'wrapup',
      label: said.undo,
      key: 'z',
      reason: undo.left().conversations.length > 0 ? null : said.nothingToUndo,
      run: undo.run,
    },
    { id: 'keys', group: 'wrapup', label: said.showKeys, key: '?', reason: null, run: () => setOpen('help') },
    {
      id: 'single-keys',
      group: 'wrapup',
      label: singleKeys.on ? said.lettersOff : said.lettersOn,
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
