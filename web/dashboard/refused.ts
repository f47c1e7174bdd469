import type { Attachment, ButtonId, Command } from '../rules/types.gen';
import type { Refused } from '../sync/store';
import { words as dashboard } from '../words/dashboard';
import type { Controls, Ready, Tab } from './controls';
import { standing } from './places';

const words = dashboard.conversation.refused;

export interface Written {
  text: string;
  tab: Tab;
  /** They are on the server, and went with no message. */
  attachments: readonly Attachment[];
}

/** The words that a refused command carried, and where they had been written. */
export function textOf({ commands }: Pick<Refused, 'commands'>): Written | null {
  for (const command of commands) {
    if (command.type === 'reply') return { text: command.text, tab: 'reply', attachments: command.attachments ?? [] };
    if (command.type === 'add_note') return { text: command.text, tab: 'note', attachments: [] };
  }
  return null;
}

/** The one of several commands that people mean when they ask what became of them. */
export function headline({ commands }: Pick<Refused, 'commands'>): Command['type'] | null {
  const spoken = commands.find(({ type }) => type === 'reply' || type === 'add_note');
  return (spoken ?? commands.at(-1))?.type ?? null;
}

export interface NextStep {
  label: string;
  /** Whether the text has found its place. */
  run: () => boolean;
}

/** What can be done now with a text that was refused: what the buttons allow, and nothing else. */
export function nextSteps({ tab, text, attachments }: Written, state: Ready, controls: Controls): NextStep[] {
  const enabled = (place: 'composer' | 'footer' | 'note'): ButtonId | null => {
    const row = standing(state.buttons, place);
    return row && row.rejection === null ? row.button : null;
  };
  const [send, reopen, note] = [enabled('composer'), enabled('footer'), enabled('note')];
  const message = { text, attachments: [...attachments] };
  const steps: NextStep[] = [];
  if (tab === 'reply' && send) steps.push({ label: words.sendAgain, run: () => controls.run(send, message) });
  if (tab === 'reply' && reopen) {
    steps.push({ label: words.reopenAndSend, run: () => controls.run(reopen) && controls.run('send', message) });
  }
  if (note) {
    const label = tab === 'note' ? words.addAgain : words.keepAsNote;
    steps.push({ label, run: () => controls.run(note, { text }) });
  }
  return [...steps, { label: words.discard, run: () => true }];
}
