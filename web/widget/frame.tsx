// The panel, inside its iframe. It says nothing to the page around it before that page has handed over a port.
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import { type Handover, listenForPort, type ToFrame, type ToHost } from './bridge';
import { Chat } from './chat';
import './frame.css';
import { Panel } from './panel';
import { markRead, unreadIn } from './unread';

const site = new URLSearchParams(location.search).get('site') ?? '';
const handover = signal<Handover | null>(null);
const shown = signal(false);
const chat = new Chat(site, () => {
  const { page = '', referrer = '' } = handover.peek() ?? {};
  return { page, referrer };
});
let port: MessagePort | null = null;

const tell = (message: ToHost) => port?.postMessage(message);

// Our own address says who is around us; a page that is not allowed to be gets no document (frame-ancestors).
listenForPort({ origin: location.hash.slice(1), window: window.parent }, (handed, given) => {
  port = given;
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    shown.value = data.type === 'shown';
  };
  handover.value = handed;
});

effect(() => {
  if (!handover.value) return;
  const screen = chat.screen.value;
  const store = chat.visit.store.value;
  if (!store || screen.kind !== 'conversation') return;
  const { id, state } = screen;
  if (shown.value) markRead(id, state.seen);
  tell({ type: 'unread', count: unreadIn(state) });
  tell({ type: 'active', active: store.rules.badge(state.row.state) === 'open' });
});

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) tell({ type: 'close' });
});

function Frame() {
  if (!handover.value) return null;
  return <Panel chat={chat} name={handover.value.name} shown={shown} onClose={() => tell({ type: 'close' })} />;
}

const root = document.getElementById('panel');
if (root) render(<Frame />, root);
