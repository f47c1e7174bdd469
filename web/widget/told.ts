// What the page around us hears: how things stand, that an answer has come, and whether to have us again on its next page.
import { effect, signal } from '@preact/signals';
import type { Chat, Ready } from './chat';
import { handover, shown, tell } from './host';
import { markRead, unreadIn } from './unread';

const unread = signal(0);

export function stateOf(chat: Chat): WrapupState {
  const { phase, reopenable, locked, ahead } = chat.summary;
  const screen = chat.screen.value;
  return {
    phase,
    reopenable,
    locked,
    queuePosition: ahead === null ? null : ahead + 1,
    conversation: screen.kind === 'conversation' ? screen.id : null,
    unread: unread.value,
    open: shown.value,
    identified: chat.visit.verified.value,
  };
}

/** From now on. Nothing is told before the page has handed over its port. */
export function tellPage(chat: Chat): void {
  effect(() => {
    const screen = chat.screen.value;
    if (screen.kind === 'conversation' && shown.value) markRead(screen.id, screen.state.seen);
    unread.value = screen.kind === 'conversation' ? unreadIn(screen.state) : 0;
  });

  const told = new Map<string, string>();
  /** Only what is not as it was told last. */
  const news: typeof tell = (message) => {
    if (!('event' in message)) return;
    const data = JSON.stringify(message.data);
    if (told.get(message.event) === data) return;
    told.set(message.event, data);
    tell(message);
  };
  effect(() => {
    if (!handover.value) return;
    news({ event: 'unread', data: unread.value });
    news({ event: 'state', data: stateOf(chat) });
    if (chat.screen.value.kind !== 'loading') news({ event: 'active', data: isActive(chat) });
  });

  /** Up to which version, by conversation. */
  const heard = new Map<string, number>();
  effect(() => {
    const screen = chat.screen.value;
    if (!handover.value || screen.kind !== 'conversation') return;
    const { id, state } = screen;
    const before = heard.get(id);
    const answers = answersIn(state).filter(({ version }) => before !== undefined && version > before);
    for (const { at } of answers) tell({ event: 'message', data: { conversation: id, at } });
    heard.set(id, state.transcript.at(-1)?.event.version ?? 0);
  });
}

const answersIn = ({ transcript }: Ready) =>
  transcript.map(({ event }) => event).filter(({ fact }) => fact.type === 'replied');

/** Whether the next page is to have us without a click: while the chat is on, and until its last answer is read. */
function isActive(chat: Chat): boolean {
  if (chat.visit.storage.value === 'memory') return false;
  const { phase } = chat.summary;
  return (phase !== 'none' && phase !== 'closed') || unread.value > 0;
}
