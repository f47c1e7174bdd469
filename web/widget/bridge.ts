// What the loader on the customer's page and our frame say to each other, over a port that only they hold.
// The loader takes types from here and nothing else: it stays one file.

/** How a site wants its chat to look; what is missing is as we have it. */
export interface Look {
  /** "#rrggbb". */
  readonly colour?: string;
  readonly position?: 'right' | 'left';
  readonly greeting?: string;
  readonly theme?: 'light' | 'dark' | undefined;
  readonly language?: string;
}

/** Handed to the frame with the port, once it has loaded. */
export interface Handover {
  readonly wrapup: 'port';
  /** The site's name. */
  readonly name: string;
  /** Where the visitor is, without query and fragment: they may hold what is not ours to know. */
  readonly page: string;
  /** The page of another site that led them there, likewise; empty: none did, or it does not say. */
  readonly referrer?: string;
  readonly look?: Look;
  /** What the page has set before. */
  readonly settings?: WrapupSettings;
}

/** A command of the page that the loader cannot answer. */
export interface Call {
  readonly call: number;
  readonly command: string;
  readonly args: readonly unknown[];
}

/** Whether the panel is before the visitor's eyes, and where they are by now. */
export interface Stand {
  readonly shown: boolean;
  readonly page: string;
}

export type ToFrame = Call | Stand;

/** Beside what the page may listen to. */
interface Asked {
  /** Whether the panel is to be open. */
  show: boolean;
  /** The stand is to be told. */
  stand: undefined;
  /** Whether a conversation is on, so that the next page loads the frame without a click. */
  active: boolean;
}

type Told = Asked & Pick<WrapupEvents, 'message' | 'unread' | 'state'>;

type Happening = { [Name in keyof Told]: { readonly event: Name; readonly data: Told[Name] } }[keyof Told];
type Answer = { readonly answer: number; readonly value?: unknown; readonly error?: string };

export type ToHost = Happening | Answer;

/**
 * The frame's end: `handed` is called with the first port that the page around it hands over; whoever comes later is
 * not the loader, which hands over one to each document.
 */
export function listenForPort(
  host: { origin: string; window: Window },
  handed: (handover: Handover, port: MessagePort) => void,
): void {
  const hear = (message: MessageEvent<unknown>) => {
    const port = message.ports[0];
    if (message.origin !== host.origin || message.source !== host.window || !port) return;
    if (!isHandover(message.data)) return;
    window.removeEventListener('message', hear);
    handed(message.data, port);
  };
  window.addEventListener('message', hear);
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isText = (data: unknown) => typeof data === 'string';
const isTextOrMissing = (data: unknown) => data === undefined || isText(data);
const lookNames = ['colour', 'position', 'greeting', 'theme', 'language'];

/** What the page has set is looked at where it is used. */
function isHandover(data: unknown): data is Handover {
  if (!isFields(data) || data.wrapup !== 'port') return false;
  const { name, page, referrer, look = {} } = data;
  if (!isText(name) || !isText(page) || !isTextOrMissing(referrer) || !isFields(look)) return false;
  return lookNames.every((one) => isTextOrMissing(look[one]));
}

export const isStand = (data: unknown): data is Stand =>
  isFields(data) && typeof data.shown === 'boolean' && isText(data.page);

export const isCall = (data: unknown): data is Call =>
  isFields(data) && typeof data.call === 'number' && isText(data.command) && Array.isArray(data.args);
