// The only part that runs on the customer's page: a button, and on the first click a frame of ours. Nothing of the
// page can reach into the frame, and the frame can only ask for what ToHost lists.
import type { Handover, Look, ToFrame, ToHost } from './bridge';
import { lookOf } from './loader_look';
import { launcherWords } from './loader_words';

declare global {
  interface Window {
    /** Put in front of this file by the server; missing where the site is unknown. */
    WrapupLook?: Chat;
    WrapupLoaded?: true;
  }
}

interface Chat extends Look {
  readonly site: string;
  readonly name: string;
}

const icons = {
  talk: 'M21 11.5a8.4 8.4 0 0 1-9 8.4 9.6 9.6 0 0 1-3.6-.7L3 21l1.7-4.8A8 8 0 0 1 3 11.5a8.4 8.4 0 0 1 9-8.4 8.4 8.4 0 0 1 9 8.4Z',
  hide: 'm6 9 6 6 6-6',
};

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function icon(name: keyof typeof icons): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

/** One flag and no secret. The page may have forbidden storage. */
function flag(key: string) {
  return {
    isSet(): boolean {
      try {
        return localStorage.getItem(key) === 'active';
      } catch {
        return false;
      }
    },
    set(on: boolean): void {
      try {
        if (on) localStorage.setItem(key, 'active');
        else localStorage.removeItem(key);
      } catch {
        // Without it the visitor clicks once more on the next page.
      }
    },
  };
}

const withoutQuery = (address: string) => address.replace(/[?#].*$/, '');

/** Where the visitor came from, if that is another site. */
function referrer(): string {
  const { referrer: from } = document;
  return from === '' || from.startsWith(`${location.origin}/`) ? '' : withoutQuery(from);
}

function start({ site, name, ...look }: Chat, origin: string): void {
  const active = flag(`wrapup:${site}`);
  const words = launcherWords(look.language ? [look.language] : navigator.languages);
  const host = document.createElement('wrapup-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(lookOf(look));
  root.adoptedStyleSheets = [sheet];

  const launcher = element('button', 'launcher', { type: 'button', 'aria-expanded': 'false' });
  const badge = element('span', 'unread', { 'aria-hidden': 'true' });
  const panel = element('div', 'panel hidden');
  let port: MessagePort | null = null;
  let frame: HTMLIFrameElement | null = null;
  let shown = false;
  let unread = 0;

  const tell = (message: ToFrame) => port?.postMessage(message);

  function draw(): void {
    const closed = unread > 0 ? `${words.open(name)}, ${words.unread(unread)}` : words.open(name);
    launcher.setAttribute('aria-label', shown ? words.close : closed);
    launcher.setAttribute('aria-expanded', String(shown));
    panel.classList.toggle('hidden', !shown);
    badge.textContent = unread > 9 ? '9+' : String(unread);
    badge.hidden = unread === 0 || shown;
  }

  function show(on: boolean): void {
    if (on) load();
    shown = on;
    draw();
    tell({ type: on ? 'shown' : 'hidden' });
    if (on) frame?.focus();
    else launcher.focus();
  }

  function hear(message: ToHost): void {
    if (message.type === 'close') show(false);
    if (message.type === 'active') active.set(message.active);
    if (message.type === 'unread') {
      unread = message.count;
      draw();
    }
  }

  function load(): void {
    if (frame) return;
    const asked = new URLSearchParams({ site, language: look.language ?? 'auto' });
    // The fragment is not sent: it tells the frame whom to listen to.
    const src = `${origin}/widget/frame?${asked}#${location.origin}`;
    const made = element('iframe', '', { src, title: words.open(name) });
    made.addEventListener('load', () => {
      const channel = new MessageChannel();
      port?.close();
      port = channel.port1;
      port.onmessage = (message: MessageEvent<ToHost>) => hear(message.data);
      const page = location.origin + location.pathname;
      const handover: Handover = { wrapup: 'port', name, page, referrer: referrer(), look };
      made.contentWindow?.postMessage(handover, origin, [channel.port2]);
      if (shown) tell({ type: 'shown' });
    });
    frame = made;
    panel.append(made);
  }

  launcher.append(icon('talk'), icon('hide'), badge);
  launcher.addEventListener('click', () => show(!shown));
  draw();
  root.append(panel, launcher);
  document.body.append(host);
  if (active.isSet()) load();
}

(() => {
  const script = document.currentScript;
  if (!window.WrapupLook || window.WrapupLoaded || !(script instanceof HTMLScriptElement)) return;
  window.WrapupLoaded = true;
  const chat = window.WrapupLook;
  const { origin } = new URL(script.src);
  if (document.body) start(chat, origin);
  else document.addEventListener('DOMContentLoaded', () => start(chat, origin));
})();
