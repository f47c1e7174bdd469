import type { ButtonId } from '../rules/types.gen';
import { words as dashboard } from '../words/dashboard';
import { type Action, useActions } from './actions';
import { meaningOf } from './after_closing';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { handOverLabel } from './hand_over';
import { reasonOf } from './place';
import { listed, standing } from './places';
import { saveTranscript } from './save_transcript';

const words = dashboard.conversation;

/** The keys of those that need nothing but to be pressed. */
const keys: Partial<Record<ButtonId, string | null>> = {
  claim: 'c',
  take_over: 'c',
  release: 'u',
  end_and_close: 'e',
  close_and_next: 'e',
  close: 'd',
  end: null,
  next: 'g',
  no_reply_needed: 'w',
  reopen: 'o',
  snooze: 's',
  wake: 's',
};

/** What the rules allow with this conversation, and why not the rest. */
export function useConversationActions(
  state: Ready,
  controls: Controls,
  onHistory: () => void,
  onHandOver: () => void,
): void {
  const { store } = useDesk();
  useActions(() => {
    const group = 'conversation';
    const pressed: Action[] = state.buttons.flatMap((row) => {
      const key = keys[row.button];
      if (key === undefined) return [];
      const { id, label } = { id: row.button, label: meaningOf(row.button, store).label };
      return { id, group, label, key, reason: reasonOf(row, state, store), run: () => controls.press(row, state) };
    });
    const reply = standing(state.buttons, 'composer');
    const writes: Action[] = [];
    if (reply) {
      const reason = reasonOf(reply, state, store);
      writes.push({
        id: 'reply',
        group,
        label: words.actions.reply,
        key: 'r',
        reason,
        run: () => controls.write('reply'),
      });
    }
    if (listed(state.buttons, 'note').length > 0) {
      const run = () => controls.write('note');
      writes.push({ id: 'note', group, label: words.actions.note, key: 'n', reason: null, run });
    }
    const assign = standing(state.buttons, 'assignee');
    const handOver: Action[] = assign
      ? [
          {
            id: assign.button,
            group,
            label: handOverLabel,
            key: 'a',
            reason: reasonOf(assign, state, store),
            run: onHandOver,
          },
        ]
      : [];
    const history: Action = {
      id: 'history',
      group,
      label: words.history.title,
      key: 'h',
      reason: null,
      run: onHistory,
    };
    const transcript: Action = {
      id: 'transcript',
      group,
      label: words.transcript.save,
      key: null,
      reason: null,
      run: () => saveTranscript(state.row.conversation),
    };
    return [...writes, ...pressed, ...handOver, history, transcript];
  });
}
