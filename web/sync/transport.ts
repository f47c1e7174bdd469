// The only part that knows the network.
import { FrameParser } from './stream';

/** Status 0: the server was not reached. */
export interface Answer {
  status: number;
  body: unknown;
}

export interface Frame {
  event: string;
  /** The position, for patches. */
  id: string | null;
  data: string;
}

export type StreamState = { open: true } | { open: false; status: number };

/** Paths are relative to the API, as in 'inbox?view=open'. */
export interface Transport {
  get(path: string): Promise<Answer>;
  /** A Blob is sent as it is, anything else as JSON. */
  post(path: string, body: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  /** Open until it ends by itself, which is told once, or until the function that is returned is called. */
  stream(path: string, onFrame: (frame: Frame) => void, onState: (state: StreamState) => void): () => void;
}

const api = '/api/v1/';
const answerWithin_ms = 30_000;
/** The server sends at least a heartbeat every 20 s. */
const silence_ms = 45_000;

/** For agents, who have a cookie; and for visitors, who have a token. */
export function fetchTransport(token?: string): Transport {
  const who: Record<string, string> = token === undefined ? { 'X-Wrapup': '1' } : { Authorization: `Bearer ${token}` };
  const credentials = token === undefined ? 'same-origin' : 'omit';

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    try {
      const response = await fetch(api + path, { credentials, signal: AbortSignal.timeout(answerWithin_ms), ...init });
      return { status: response.status, body: bodyOf(await response.text()) };
    } catch {
      return { status: 0, body: null };
    }
  }

  const tell = (method: string) => (path: string, body: unknown) =>
    ask(
      path,
      body instanceof Blob
        ? { method, headers: who, body }
        : { method, headers: { ...who, 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    );

  return {
    get: (path) => ask(path, { headers: who }),
    post: tell('POST'),
    put: tell('PUT'),
    stream(path, onFrame, onState) {
      const stop = new AbortController();
      const init: RequestInit = { credentials, cache: 'no-store', headers: who, signal: stop.signal };
      let wanted = true;
      const hear = {
        open: () => wanted && onState({ open: true }),
        frame: (frame: Frame) => wanted && onFrame(frame),
        silence: () => stop.abort(),
      };
      follow(fetch(api + path, init), hear)
        .catch(() => 0)
        .then((status) => wanted && onState({ open: false, status }));
      return () => {
        wanted = false;
        stop.abort();
      };
    },
  };
}

interface Hear {
  open(): void;
  frame(frame: Frame): void;
  /** Nothing came for too long: a connection that died without a word. */
  silence(): void;
}

/** Until the stream ends; the status it was answered with. */
async function follow(answer: Promise<Response>, hear: Hear): Promise<number> {
  let watch = setTimeout(hear.silence, silence_ms);
  try {
    const response = await answer;
    if (!response.ok || !response.body) return response.status;
    hear.open();
    const parser = new FrameParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(watch);
      watch = setTimeout(hear.silence, silence_ms);
      for (const frame of parser.push(part.value)) hear.frame(frame);
    }
    return response.status;
  } finally {
    clearTimeout(watch);
  }
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
