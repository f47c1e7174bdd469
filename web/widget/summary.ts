// How things stand with the visitor's newest conversation, for the page around the frame.
import type { Chat } from './chat';

export interface Summary {
  /** 'ended': it goes on with whatever the visitor writes. 'closed': not, unless it is reopened. */
  readonly phase: 'none' | 'queued' | 'assigned' | 'ended' | 'closed';
  readonly reopenable: boolean;
  /** Nothing more can be written there. */
  readonly locked: boolean;
  /** How many wait before it; null: it does not wait, or it is not known. */
  readonly ahead: number | null;
}

const none: Summary = { phase: 'none', reopenable: false, locked: false, ahead: null };

export function summaryOf({ screen, ahead }: Pick<Chat, 'screen' | 'ahead'>): Summary {
  const shown = screen.value;
  if (shown.kind === 'beginning' && shown.beginning.id !== null) return { ...none, phase: 'queued' };
  if (shown.kind !== 'conversation') return none;
  const { row, buttons } = shown.state;
  const { phase, session, owner } = row.state;
  const may = (button: string) => buttons.some((one) => one.button === button && one.rejection === null);
  if (phase.type === 'closed') {
    const locked = buttons.some(({ place, rejection }) => place === 'composer' && rejection === 'locked');
    return { ...none, phase: 'closed', reopenable: may('reopen_chat'), locked };
  }
  if (session.type === 'ended') return { ...none, phase: 'ended' };
  return owner === null ? { ...none, phase: 'queued', ahead: ahead.value } : { ...none, phase: 'assigned' };
}
