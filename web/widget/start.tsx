// The panel, inside its iframe.
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { answerPage } from './api';
import { Chat } from './chat';
import { dress } from './dress';
import { handover, pageNow, shown, tell } from './host';
import { speakAs } from './language';
import { Panel } from './panel';
import { settingsOf } from './settings';
import { site } from './site';
import { tellPage } from './told';
import './frame.css';

/** The page has set another language: all that is said is said anew. */
const spoken = signal('');
const theme = signal<WrapupSettings['theme']>(undefined);

const chat = new Chat(site, async () => ({ page: await pageNow(), referrer: referrer() }));

/** Where the visitor came from, if that is another site. */
function referrer(): string {
  const from = handover.peek()?.referrer ?? '';
  return from.startsWith(`${location.hash.slice(1)}/`) ? '' : from;
}

async function set({ locale, theme: chosen, attributes }: WrapupSettings): Promise<void> {
  if (chosen) theme.value = chosen;
  if (attributes) chat.visit.introduce({ attributes });
  if (!locale) return;
  chat.visit.speak(locale);
  await speakAs(locale);
  spoken.value = locale;
}

effect(() => {
  const { look = {} } = handover.value ?? {};
  dress({ ...look, ...(theme.value && { theme: theme.value === 'auto' ? undefined : theme.value }) });
});

effect(() => {
  if (!handover.value) return;
  document.title = handover.value.name;
  const { settings } = handover.value;
  if (!settings) return;
  try {
    // It speaks the language already: that stands in its address.
    const { locale = '', attributes } = settingsOf(settings);
    if (locale) chat.visit.speak(locale);
    if (attributes) chat.visit.introduce({ attributes });
  } catch (fault) {
    console.error(`Wrapup: ${fault instanceof Error ? fault.message : fault}`);
  }
});

/** Not every browser tells when it has nothing to do. */
const whenIdle = (run: () => void) => (window.requestIdleCallback ?? setTimeout)(run);

const opened = effect(() => {
  if (!shown.value) return;
  whenIdle(() => chat.visit.prepare());
  queueMicrotask(() => opened());
});

answerPage({ chat, set });
tellPage(chat);

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) tell({ event: 'show', data: false });
});

function Frame() {
  if (!handover.value) return null;
  return (
    <Panel
      key={spoken.value}
      chat={chat}
      name={handover.value.name}
      shown={shown}
      onClose={() => tell({ event: 'show', data: false })}
    />
  );
}

const root = document.getElementById('panel');
if (root) render(<Frame />, root);
