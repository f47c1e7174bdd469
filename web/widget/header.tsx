import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { now } from '../ui/now';
import { words } from '../words/widget';
import type { Chat } from './chat';
import type { Desk } from './desk';
import { EndQuestion } from './end_question';
import { expectation, presenceWords } from './expectation';
import './header.css';

interface HeaderProps {
  chat: Chat;
  name: string;
  onClose: () => void;
}

/** Who answers and when, and the way out. */
export function Header({ chat, name, onClose }: HeaderProps) {
  const asking = useSignal(false);
  const asker = useRef<HTMLButtonElement>(null);
  const screen = chat.screen.value;
  const store = chat.visit.store.value;
  const desk = chat.visit.desk.value;
  const state = screen.kind === 'conversation' ? screen.state : null;
  const owner = state?.row.state.owner ?? null;
  const agent = store && owner !== null ? store.nameOf({ role: 'agent', id: owner }) : null;
  const canEnd = state?.buttons.some(({ button, rejection }) => button === 'end_chat' && rejection === null) ?? false;

  const said = () => {
    if (!store || !state) return desk && presenceWords(desk, now.value);
    return expectation(store.rules, state.row.state, desk, chat.ahead.value, name, now.value);
  };
  const ask = () => {
    asking.value = true;
  };
  const keep = () => {
    asking.value = false;
    asker.current?.focus();
  };
  const end = () => {
    asking.value = false;
    chat.end();
  };

  return (
    <header class="header">
      {owner !== null && agent !== null ? <Avatar id={owner} name={agent} /> : <Faces desk={desk} name={name} />}
      <div class="header-who">
        <h1>
          <bdi>{agent ?? name}</bdi>
        </h1>
        {/* Its room is there before its words are. */}
        <p>{said()}</p>
      </div>
      {canEnd && <Button element={asker} label={words.end} tone="quiet" onPress={ask} />}
      <Button label={words.minimise} icon="chevron-down" bare tone="quiet" onPress={onClose} />
      {canEnd && asking.value && <EndQuestion onEnd={end} onKeep={keep} />}
    </header>
  );
}

/** The site's own sign, or some of those who are there. */
function Faces({ desk, name }: { desk: Desk | null; name: string }) {
  if (desk?.logo) return <img class="header-logo" src={desk.logo} alt="" width={36} height={36} />;
  if (!desk || desk.agents.length === 0) return <Avatar id={name} name={name} />;
  return (
    <span class="header-faces">
      {desk.agents.map((agent) => (
        <Avatar key={agent.name} id={agent.name} name={agent.name} />
      ))}
    </span>
  );
}
