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

export function summaryOf({ screen, visit }: Pick<Chat, 'screen' | 'visit'>): Summary {
  const [shown, store] = [screen.value, visit.store.value];
  if (shown.kind === 'beginning' && shown.beginning.id !== null) return { ...none, phase: 'queued' };
  if (shown.kind !== 'conversation' || !store) return none;
  const { state } = shown;
  if (store.rules.badge(state.row.state) === 'closed') {
    const locked = state.buttons.some(({ place, rejection }) => place === 'composer' && rejection === 'locked');
    return { ...none, phase: 'closed', locked };
  }
  if (!allows(state, 'end_chat')) return { ...none, phase: 'ended' };
  return { ...none, phase: state.row.state.owner === null ? 'queued' : 'assigned' };
}
