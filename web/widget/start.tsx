// The panel, inside its iframe. All but what is drawn is there at once: the page around us may hand over its port as soon
// as the frame has loaded.
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Call } from './bridge';
import { Chat } from './chat';
import { dress } from './dress';
import { answerWith, handover, pageNow, shown, tell } from './host';
import { speakAs } from './language';
import { Panel } from './panel';
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

/** What the page has set before we were there. Few set anything. */
async function takeFirst(settings: unknown): Promise<void> {
  const { settingsOf } = await import('./settings');
  // It speaks the language already: that stands in its address.
  const { locale = '', attributes } = settingsOf(settings);
  if (locale) chat.visit.speak(locale);
  if (attributes) chat.visit.introduce({ attributes });
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
  if (!settings || Object.keys(settings).length === 0) return;
  void takeFirst(settings).catch((fault) => {
    console.error(`Wrapup: ${fault instanceof Error ? fault.message : fault}`);
  });
});

/** Not every browser tells when it has nothing to do. */
const whenIdle = (run: () => void) => (window.requestIdleCallback ?? setTimeout)(run);

const opened = effect(() => {
  if (!shown.value) return;
  whenIdle(() => chat.visit.prepare());
  queueMicrotask(() => opened());
});

// Many pages never call: what answers is fetched with the first call.
let answering: Promise<(call: Call) => Promise<void>> | null = null;
answerWith(async (call) => {
  answering ??= import('./api').then(({ answersOf }) => answersOf({ chat, set }));
  try {
    await (await answering)(call);
  } catch {
    answering = null;
    tell({ answer: call.call, error: 'Wrapup: the server cannot be reached' });
  }
});
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

/** Once it is known in which words. */
export function draw(): void {
  const root = document.getElementById('panel');
  if (root) render(<Frame />, root);
}
