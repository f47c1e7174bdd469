import { useEffect } from 'preact/hooks';
import type { Chat, Ready } from './chat';

/**
 * What is before the visitor's eyes is seen, and the agents are told: in an open panel on a visible page, scrolled to
 * where the answers come in. `below`: there is something new further down.
 */
export function useSeen(chat: Chat, state: Ready, shown: boolean, isAtBottom: () => boolean, below: boolean): void {
  const { conversation } = state.row;
  useEffect(() => {
    const look = () => {
      if (shown && document.visibilityState === 'visible' && isAtBottom())
        chat.visit.store.peek()?.markRead(conversation);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [conversation, state.seen, shown, below]);
}
