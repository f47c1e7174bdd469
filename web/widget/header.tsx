import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { labels } from '../rules/words';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { words } from '../words/widget';
import type { Chat } from './chat';
import { EndQuestion } from './end_question';
import { expectation } from './lines';
import './header.css';

interface HeaderProps {
  chat: Chat;
  name: string;
  onClose: () => void;
}

/** Who answers, and the way out. */
export function Header({ chat, name, onClose }: HeaderProps) {
  const asking = useSignal(false);
  const asker = useRef<HTMLButtonElement>(null);
  const screen = chat.screen.value;
  const store = chat.visit.store.value;
  const state = screen.kind === 'conversation' ? screen.state : null;
  const owner = state?.row.state.owner ?? null;
  const agent = store && owner !== null ? store.nameOf({ role: 'agent', id: owner }) : null;
  const canEnd = state?.buttons.some(({ button, rejection }) => button === 'end_chat' && rejection === null) ?? false;

  const ask = () => {
    asking.value = true;
  };
  const keep = () => {
    asking.value = false;
    asker.current?.focus();
  };
  const end = () => {
    asking.value = false;
    if (screen.kind === 'conversation') store?.press(screen.id, 'end_chat');
  };

  return (
    <header class="header">
      <Avatar id={owner ?? name} name={agent ?? name} />
      <div class="header-who">
        <h1>{agent ?? name}</h1>
        {store && state && <p>{expectation(store.rules.status(state.row.state), name)}</p>}
      </div>
      {canEnd && <Button element={asker} label={labels.end_chat.long} tone="quiet" onPress={ask} />}
      <Button label={words.minimise} icon="chevron-down" bare tone="quiet" onPress={onClose} />
      {canEnd && asking.value && <EndQuestion onEnd={end} onKeep={keep} />}
    </header>
  );
}
