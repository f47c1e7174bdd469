import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { filesIn } from '../ui/attach';
import { words } from '../words/widget';
import type { Chat, Screen } from './chat';
import { Composer } from './composer';
import { useDropped } from './dropped';
import { Header } from './header';
import { Closed, Ended } from './later';
import { Notice, NotKept } from './notice';
import { SignIn } from './sign_in';
import { Transcript } from './transcript';
import { Welcome } from './welcome';

interface PanelProps {
  chat: Chat;
  /** The site's name. */
  name: string;
  shown: ReadonlySignal<boolean>;
  onClose: () => void;
}

export function Panel({ chat, name, shown, onClose }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const screen = chat.screen.value;
  const isDropping = useDropped(panel, (data) => chat.attach(filesIn(data)));
  return (
    <main ref={panel} class="panel">
      <Header chat={chat} name={name} onClose={onClose} />
      <NotKept visit={chat.visit} />
      <div class="panel-body">
        <Notice visit={chat.visit} />
        {screen.kind === 'loading' && <p class="panel-quiet">{words.loading}</p>}
        {screen.kind === 'failed' && <p class="panel-quiet">{screen.why}</p>}
        {screen.kind === 'beginning' && <Welcome chat={chat} name={name} beginning={screen.beginning} />}
        {screen.kind === 'conversation' && (
          <Transcript key={screen.id} chat={chat} state={screen.state} shown={shown} />
        )}
      </div>
      <Foot chat={chat} name={name} shown={shown} screen={screen} />
      {isDropping && <p class="panel-drop">{words.dropFiles}</p>}
    </main>
  );
}

interface FootProps {
  chat: Chat;
  name: string;
  shown: ReadonlySignal<boolean>;
  screen: Screen;
}

/** What the visitor can do now. */
function Foot({ chat, name, shown, screen }: FootProps) {
  // Before a conversation, that stands in the place of the greeting.
  if (chat.mustSignIn.value) return screen.kind === 'beginning' ? null : <SignIn name={name} />;
  const state = screen.kind === 'conversation' ? screen.state : null;
  const rules = chat.visit.store.value?.rules;
  if (state && rules?.badge(state.row.state) === 'closed')
    return <Closed key={state.row.conversation} chat={chat} state={state} />;
  const asleep = screen.kind === 'loading' || screen.kind === 'failed';
  return (
    <>
      {state && rules?.hasEnded(state.row.state) && <Ended chat={chat} state={state} />}
      <Composer chat={chat} shown={shown} asleep={asleep} />
    </>
  );
}
