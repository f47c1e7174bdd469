import { whyNot } from '../rules/words';
import type { ButtonState } from '../sync/store';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import type { Ready, Tab } from './controls';

/** A draft, and why it cannot be sent as it is. */
export function useWriting(id: string, tab: Tab, state: Ready, row: ButtonState | null) {
  const desk = useDesk();
  const text = desk.store.drafts.of(id, tab).value;
  const attachments = tab === 'reply' ? [...desk.attaching.ready(id)] : [];
  const said = { text, attachments, confirmed: ['reply_owed' as const], seen: state.row.state.version };
  const verdict = row && desk.store.verdict(id, row.button, said);
  const isComing = tab === 'reply' && desk.attaching.isComing(id);
  return {
    text,
    isSomething: text !== '' || attachments.length > 0,
    reason: isComing ? words.composer.fileIsComing : verdict && whyNot(verdict),
    write(to: string) {
      desk.store.drafts.write(id, tab, to);
      // Of a note the customer is to know nothing.
      if (tab === 'reply' && to !== '') desk.store.tellTyping(id);
    },
  };
}
