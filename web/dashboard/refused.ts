import type { ButtonId, Command } from '../rules/types.gen';
import type { Refused } from '../sync/store';
import type { Controls, Ready, Tab } from './controls';
import { standing } from './places';

/** The words that a refused command carried, and where they had been written. */
export function textOf({ commands }: Pick<Refused, 'commands'>): { text: string; tab: Tab } | null {
  for (const command of commands) {
    if (command.type === 'reply') return { text: command.text, tab: 'reply' };
    if (command.type === 'add_note') return { text: command.text, tab: 'note' };
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
export function nextSteps(tab: Tab, text: string, state: Ready, controls: Controls): NextStep[] {
  const enabled = (place: 'composer' | 'footer' | 'note'): ButtonId | null => {
    const row = standing(state.buttons, place);
    return row && row.rejection === null ? row.button : null;
  };
  const [send, reopen, note] = [enabled('composer'), enabled('footer'), enabled('note')];
  const steps: NextStep[] = [];
  if (tab === 'reply' && send) steps.push({ label: 'Send again', run: () => controls.run(send, { text }) });
  if (tab === 'reply' && reopen) {
    steps.push({ label: 'Reopen and send', run: () => controls.run(reopen) && controls.run('send', { text }) });
  }
  if (note) {
    const label = tab === 'note' ? 'Add again' : 'Keep as note';
    steps.push({ label, run: () => controls.run(note, { text }) });
  }
  return [...steps, { label: 'Discard', run: () => true }];
}
