// What the loader on the customer's page and our frame say to each other, over a port that only they hold.
// The loader takes types from here and nothing else: it stays one file.

/** How a site wants its chat to look; what is missing is as we have it. */
export interface Look {
  /** "#rrggbb". */
  readonly colour?: string;
  readonly position?: 'right' | 'left';
  readonly greeting?: string;
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
}

/** Handed to the frame with the port, each time that it has loaded. */
export interface Handover {
  readonly wrapup: 'port';
  /** The site's name. */
  readonly name: string;
  /** Where the visitor is, without query and fragment: they may hold what is not ours to know. */
  readonly page: string;
  /** The page of another site that led them there, likewise; empty: none did, or it does not say. */
  readonly referrer?: string;
  readonly look?: Look;
}

export type ToFrame = { readonly type: 'shown' } | { readonly type: 'hidden' };

export type ToHost =
  | { readonly type: 'close' }
  | { readonly type: 'unread'; readonly count: number }
  /** Whether a conversation is on, so that the next page loads the frame without a click. */
  | { readonly type: 'active'; readonly active: boolean };

/** The frame's end: `handed` is called each time that a port arrives from the page around it, and only from there. */
export function listenForPort(
  host: { origin: string; window: Window },
  handed: (handover: Handover, port: MessagePort) => void,
): void {
  window.addEventListener('message', (message: MessageEvent<unknown>) => {
    const port = message.ports[0];
    if (message.origin !== host.origin || message.source !== host.window || !port) return;
    if (isHandover(message.data)) handed(message.data, port);
  });
}

function isHandover(data: unknown): data is Handover {
  if (typeof data !== 'object' || data === null || !('wrapup' in data) || data.wrapup !== 'port') return false;
  return 'name' in data && typeof data.name === 'string' && 'page' in data && typeof data.page === 'string';
}
