// The only part that runs on the customer's page: a button, and on the first click a frame of ours. Nothing of the
// page can reach into the frame, and the frame can only ask for what ToHost lists.
import type { Call, Handover, Look, ToFrame, ToHost } from './bridge';
import { type Command, commands, fire, on, publish } from './loader_api';
import { lookOf } from './loader_look';
import { launcherWords } from './loader_words';

declare global {
  /** Put in front of this file by the server. */
  var WrapupLook: Chat;
}

interface Chat extends Look {
  readonly site: string;
  readonly name: string;
  /** Where it may stand. */
  readonly origins: readonly string[];
}

/** Nothing between its lines: it is filled like the other. */
const chevron = 'm6 9 6 6 6-6-6 6Z';
const bubble =
  'M21 11.5a8.4 8.4 0 0 1-9 8.4 9.6 9.6 0 0 1-3.6-.7L3 21l1.7-4.8A8 8 0 0 1 3 11.5a8.4 8.4 0 0 1 9-8.4 8.4 8.4 0 0 1 9 8.4Z';
/** Up to which the panel covers the page: as in loader.css. */
const smallWidth = 480;

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

const drawing = (tag: string) => document.createElementNS('http://www.w3.org/2000/svg', tag);

const withoutQuery = (address: string) => address.replace(/[?#].*/, '');

/** Of this page and of those that it is inside of, the first that the site does not list. */
const stranger = (origins: readonly string[]) =>
  [origin, ...(location.ancestorOrigins ?? [])].find((one) => !origins.includes(one));

function start({ site, name, origins, ...chosen }: Chat, server: string): void {
  const unlisted = stranger(origins);
  if (unlisted) {
    const why = `Wrapup: add ${unlisted} to ${name}: ${server}/dashboard/settings/sites`;
    console.error(why);
    publish(() => {
      throw Error(why);
    });
    return;
  }

  let look: Look = chosen;
  let settings: WrapupSettings = {};
  let words = launcherWords([]);
  const host = document.createElement('wrapup-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  const launcher = element('button', 'launcher');
  const badge = element('span', 'unread');
  const panel = element('div', 'panel');
  const icon = drawing('svg');
  const path = drawing('path');
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let before: Element | null = null;
  let shown = false;
  let unread = 0;
  /** Whether somebody has opened it, on this page. */
  let attended = false;
  let calls = 0;
  /** Those that the frame has not answered. */
  const waiting = new Map<number, readonly [Call, (value: unknown) => void, (error: Error) => void]>();

  // One flag and no secret. The page may have forbidden storage: then the visitor clicks once more on the next page.
  const key = `wrapup:${site}`;
  const stored = <Found>(use: (storage: Storage) => Found) => {
    try {
      return use(localStorage);
    } catch {}
  };
  let flag = stored((storage) => storage.getItem(key));

  function remember(active: boolean): void {
    flag = active ? (shown ? 'open' : 'active') : null;
    stored((storage) => (flag ? storage.setItem(key, flag) : storage.removeItem(key)));
  }

  const tell = (message: ToFrame) => port?.postMessage(message);
  const page = () => withoutQuery(location.href);
  const stand = () => tell({ shown, page: page(), attended });

  function draw(): void {
    const open = words.open(name);
    launcher.ariaLabel = shown ? words.close : unread ? `${open}, ${words.unread(unread)}` : open;
    launcher.ariaExpanded = `${shown}`;
    badge.textContent = unread > 9 ? '9+' : `${unread}`;
    badge.hidden = !unread || shown;
    path.setAttribute('d', shown ? chevron : bubble);
  }

  function dress(): void {
    sheet.replaceSync(lookOf(look));
    words = launcherWords(look.language ? [look.language] : navigator.languages);
    draw();
  }

  function show(to: boolean, by = true): void {
    if (to === shown) return;
    const focused = document.activeElement;
    shown = to;
    attended = by;
    if (to) load();
    draw();
    stand();
    if (flag) remember(true);
    if (!to && focused === host) ((launcher.hidden ? before : launcher) as HTMLElement | null)?.focus();
    if (to) before = focused;
    if (to && by) frame?.focus();
    fire(to ? 'open' : 'close');
  }

  function hear(message: ToHost): void {
    if ('answer' in message) {
      const { answer, value, error } = message;
      const [, done, failed] = waiting.get(answer) ?? [];
      waiting.delete(answer);
      if (error) failed?.(Error(error));
      else done?.(value);
      return;
    }
    const { event, data } = message;
    if (event === 'show') show(data);
    if (event === 'stand') stand();
    if (event === 'active') remember(data);
    if (event === 'unread') {
      unread = data;
      draw();
    }
    fire(event, data);
  }

  function load(): void {
    if (frame) return;
    frame = element('iframe', '');
    frame.title = words.open(name);
    // The fragment is not sent: it tells the frame whom to listen to.
    frame.src = `${server}/widget/frame?site=${site}&language=${look.language ?? ''}#${origin}`;
    frame.onload = () => {
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port.onmessage = ({ data }: MessageEvent<ToHost>) => hear(data);
      const handover: Handover = {
        wrapup: 'port',
        name,
        page: page(),
        referrer: withoutQuery(document.referrer),
        look,
        settings,
      };
      frame?.contentWindow?.postMessage(handover, server, [port2]);
      stand();
      for (const [call] of waiting.values()) tell(call);
    };
    panel.appendChild(frame);
  }

  const ask = (command: Command, args: unknown[]) =>
    new Promise<unknown>((done, failed) => {
      const call: Call = structuredClone({ call: ++calls, command, args });
      load();
      waiting.set(calls, [call, done, failed]);
      tell(call);
    });

  const own: Partial<Record<Command, (...given: never[]) => unknown>> = {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!shown),
    show() {
      launcher.hidden = false;
    },
    hide() {
      show(false);
      launcher.hidden = true;
    },
    on,
    set(given: WrapupSettings) {
      const { theme, locale, attributes } = given;
      settings = { ...settings, ...given, attributes: { ...settings.attributes, ...attributes } };
      if (theme) look = { ...look, theme: theme === 'auto' ? undefined : theme };
      if (locale) look = { ...look, language: locale };
      dress();
      return frame && ask('set', [given]);
    },
  };
  // What holds where there is no frame, and so no conversation.
  const unasked: typeof own = {
    can: (command) => commands.includes(command) && command !== 'endConversation',
    state: (): WrapupState => ({
      phase: 'none',
      reopenable: false,
      locked: false,
      queuePosition: null,
      conversation: null,
      unread,
      open: shown,
      identified: false,
    }),
  };

  icon.setAttribute('viewBox', '0 0 24 24');
  icon.appendChild(path);
  launcher.appendChild(icon);
  launcher.appendChild(badge);
  launcher.onclick = () => show(!shown);
  root.adoptedStyleSheets = [sheet];
  root.append(launcher, panel);
  dress();

  // What the keyboard of a small screen leaves of it. Who zooms in with two fingers sees a part of the whole.
  const view = visualViewport;
  for (const change of ['resize', 'scroll'])
    view?.addEventListener(change, () => {
      panel.style.cssText = `--height:${view.height * view.scale}px;--top:${view.scale > 1 ? 0 : view.offsetTop}px`;
    });

  // Beside the body: what a page does to its body, and whether it puts another in its place, is nothing to us.
  const put = () => {
    if (host.isConnected) return;
    document.documentElement.appendChild(host);
    watch.observe(document.documentElement, { childList: true });
  };
  const watch = new MutationObserver(() => setTimeout(put));
  watch.observe(document, { childList: true });
  if (document.body) put();
  else document.addEventListener('DOMContentLoaded', put);

  if (flag) load();
  if (flag === 'open' && innerWidth > smallWidth) show(true, false);

  publish((command, given) => {
    const answer = own[command] ?? (frame ? undefined : unasked[command]);
    return answer ? answer(...(given as never[])) : ask(command, given);
  });
}

(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script || 'state' in (window.Wrapup ?? {})) return;
  start(WrapupLook, new URL(script.src).origin);
})();
