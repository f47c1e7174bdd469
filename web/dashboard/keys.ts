// The single keys: which of them do something now is for the actions to say.
import { useEffect } from 'preact/hooks';
import { preference } from '../ui/preference';
import type { Actions } from './actions';

/** Where a letter is a letter, and an arrow moves something else. */
const texts = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=tablist], dialog';

/** Whether single letters do something; Ctrl+K always does. */
export const singleKeys = preference('keys', 'on');

/** The key by its name; on a keyboard of another script, by what stands in its place on a Latin one. */
function latin({ key, code, shiftKey }: KeyboardEvent): string {
  if (!/^[^\0-\x7f]$/.test(key)) return key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? key;
  return shiftKey ? letter : letter.toLowerCase();
}

/** The key of an event that is one of ours, null if it is somebody else's. */
export function ourKey(event: KeyboardEvent): string | null {
  const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
  const isOff = event.key.length === 1 && !singleKeys.on;
  return isTaken || isOff || (event.target as Element).closest(texts) ? null : latin(event);
}

/** `palette` by Ctrl+K or Cmd+K, wherever one is; `say` tells why a key did nothing. */
export function useKeys(actions: Actions, palette: () => void, say: (why: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (latin(event).toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        palette();
        return;
      }
      const key = event.repeat ? null : ourKey(event);
      const meant = key === null ? [] : actions.all().filter((action) => action.key === key);
      const action = meant.find(({ reason }) => reason === null) ?? meant[0];
      if (!action) return;
      event.preventDefault();
      if (action.reason === null) action.run();
      else say(`${action.label}: ${action.reason}`);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [actions, palette, say]);
}
