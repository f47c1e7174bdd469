import type { ReadonlySignal } from '@preact/signals';
import { words } from '../words/widget';
import type { Beginning, Chat, Ready } from './chat';
import { Closed } from './closed';
import { Composer } from './composer';
import { Header } from './header';
import { Notice } from './notice';
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
  const screen = chat.screen.value;
  return (
    <main class="panel">
      <Header chat={chat} name={name} onClose={onClose} />
      <div class="panel-body">
        <Notice visit={chat.visit} />
        {screen.kind === 'loading' && <p class="panel-quiet">{words.loading}</p>}
        {screen.kind === 'failed' && <p class="panel-quiet">{screen.why}</p>}
        {screen.kind === 'beginning' && <Welcome chat={chat} beginning={screen.beginning} />}
        {screen.kind === 'conversation' && (
          <Transcript key={screen.id} chat={chat} state={screen.state} shown={shown} />
        )}
      </div>
      <Foot chat={chat} shown={shown} screen={screen} />
    </main>
  );
}

interface FootProps {
  chat: Chat;
  shown: ReadonlySignal<boolean>;
  screen: { kind: string; state?: Ready; beginning?: Beginning };
}

function Foot({ chat, shown, screen }: FootProps) {
  const { state } = screen;
  const composer = state?.buttons.find(({ place }) => place === 'composer');
  if (state && composer?.rejection === 'locked') return <Closed chat={chat} state={state} />;
  return <Composer chat={chat} shown={shown} asleep={screen.kind === 'loading' || screen.kind === 'failed'} />;
}
