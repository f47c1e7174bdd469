// How things stand with the visitor's newest conversation, for the page around the frame.
import type { ButtonId } from '../rules/types.gen';
import type { Chat, Ready } from './chat';

export interface Summary {
  readonly phase: WrapupPhase;
  readonly reopenable: boolean;
  /** Nothing more can be written there. */
  readonly locked: boolean;
  /** How many wait before it; null: it does not wait, or it is not known. */
  readonly ahead: number | null;
}

const none: Summary = { phase: 'none', reopenable: false, locked: false, ahead: null };

export const allows = ({ buttons }: Ready, button: ButtonId): boolean =>
  buttons.some((one) => one.button === button && one.rejection === null);

export function summaryOf({ screen, ahead, visit }: Pick<Chat, 'screen' | 'ahead' | 'visit'>): Summary {
  const [shown, rules] = [screen.value, visit.store.value?.rules];
  if (shown.kind === 'beginning' && shown.beginning.id !== null) return { ...none, phase: 'queued' };
  if (shown.kind !== 'conversation' || !rules) return none;
  const { state } = shown;
  const conversation = state.row.state;
  if (rules.badge(conversation) === 'closed') {
    const locked = state.buttons.some(({ place, rejection }) => place === 'composer' && rejection === 'locked');
    return { ...none, phase: 'closed', reopenable: allows(state, 'reopen_chat'), locked };
  }
  if (rules.hasEnded(conversation)) return { ...none, phase: 'ended' };
  return conversation.owner === null
    ? { ...none, phase: 'queued', ahead: ahead.value }
    : { ...none, phase: 'assigned' };
}
