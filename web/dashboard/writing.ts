import type { Availability } from '../rules/types.gen';
import { whyNot } from '../rules/words';
import { useDesk } from './context';
import type { Ready } from './controls';
import type { Tab } from './drafts';
import { verdictOn } from './verdict';

/** A draft, and why it cannot be sent as it is. */
export function useWriting(id: string, tab: Tab, state: Ready, row: Availability | null) {
  const desk = useDesk();
  const text = desk.drafts.of(id, tab).value;
  const verdict = row && verdictOn(text, row.button, state, desk);
  return {
    text,
    reason: verdict && whyNot(verdict),
    write: (to: string) => desk.drafts.write(id, tab, to),
  };
}
