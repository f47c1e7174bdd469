// The panel, inside its iframe.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Chat } from './chat';
import { dress } from './dress';
import { handover, shown, tell } from './host';
import { Panel } from './panel';
import { markRead, unreadIn } from './unread';
import './frame.css';

const site = new URLSearchParams(location.search).get('site') ?? '';
const chat = new Chat(site, () => {
  const { page = '', referrer = '' } = handover.peek() ?? {};
  return { page, referrer };
});

effect(() => dress(handover.value?.look ?? {}));

effect(() => {
  if (!handover.value) return;
  document.title = handover.value.name;
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
