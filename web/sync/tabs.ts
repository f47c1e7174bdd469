// The tabs of one browser: one of them leads, all hear each other. Whoever leads holds a lock, which the browser takes
// from a tab that is closed or crashes; from one that hangs, another tab takes it.
import { newId } from './id';

/** What a browser has for this; the tests have their own. */
export interface Ports {
  readonly locks: {
    request(
      name: string,
      options: { steal?: boolean; signal?: AbortSignal },
      holding: () => Promise<void>,
    ): Promise<unknown>;
  };
  channel(name: string): Channel;
}

export interface Channel {
  onmessage: ((message: MessageEvent) => void) | null;
  postMessage(data: unknown): void;
  close(): void;
}

export interface TabListener<Message> {
  /** From now on this tab leads. */
  lead(): void;
  /** It leads no longer. */
  follow(): void;
  hear(message: Message): void;
}

/** Between two signs of life of the leader. Every other tab counts its own ticks, so that waking up is no silence. */
const tick_ms = 800;
/** After so many ticks without one, the leader is asked; after so many it is taken to hang. */
const ticksToAsk = 2;
const ticksToLead = 4;

interface Envelope<Message> {
  readonly leads: boolean;
  readonly asks?: true;
  readonly message?: Message;
}

export class Tabs<Message> {
  readonly id = newId();
  readonly #name: string;
  readonly #ports: Ports | null;
  readonly #listener: TabListener<Message>;
  readonly #channel: Channel | null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #silence = 0;
  #release: (() => void) | null = null;
  #waiting = new AbortController();
  /** What was said before start(). */
  #early: Message[] | null = [];
  #closed = false;

  /** What it hears from now on waits for start(). `ports` null: there are no other tabs. */
  constructor(name: string, ports: Ports | null, listener: TabListener<Message>) {
    this.#name = name;
    this.#ports = ports;
    this.#listener = listener;
    this.#channel = ports?.channel(name) ?? null;
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear(data as Envelope<Message>);
  }

  get leads(): boolean {
    return this.#release !== null;
  }

  /** Listens, and leads as soon as nobody else does. */
  start(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const message of early) this.#listener.hear(message);
    if (!this.#ports) {
      this.#release = () => {};
      this.#listener.lead();
      return;
    }
    void this.#request(false);
    this.#timer = setInterval(() => this.#tick(), tick_ms);
  }

  post(message: Message): void {
    this.#say({ leads: this.leads, message });
  }

  /** Another tab is to lead, which may be this one again. */
  resign(): void {
    this.#release?.();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#waiting.abort();
    this.#release?.();
    this.#channel?.close();
  }

  async #request(steal: boolean): Promise<void> {
    if (!this.#ports || this.#closed) return;
    this.#waiting.abort();
    const waiting = new AbortController();
    this.#waiting = waiting;
    // A lock cannot be stolen with a signal.
    const options = steal ? { steal } : { signal: waiting.signal };
    let held = false;
    try {
      await this.#ports.locks.request(this.#name, options, () => {
        held = true;
        return this.#lead();
      });
    } catch {
      // Stolen from us, or we wait for it in another way by now.
    }
    if (held && this.#release) this.#follow();
    if (waiting === this.#waiting) void this.#request(false);
  }

  #lead(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise<void>((release) => {
      this.#release = () => {
        this.#follow();
        release();
      };
      this.#say({ leads: true });
      this.#listener.lead();
    });
  }

  #follow(): void {
    this.#release = null;
    this.#silence = 0;
    if (!this.#closed) this.#listener.follow();
  }

  #tick(): void {
    if (this.leads) {
      this.#say({ leads: true });
      return;
    }
    this.#silence += 1;
    if (this.#silence === ticksToAsk) this.#say({ leads: false, asks: true });
    if (this.#silence < ticksToLead) return;
    this.#silence = 0;
    void this.#request(true);
  }

  #hear({ leads, asks, message }: Envelope<Message>): void {
    if (this.#closed) return;
    if (leads) this.#silence = 0;
    if (asks && this.leads) this.#say({ leads: true });
    if (message === undefined) return;
    if (this.#early) this.#early.push(message);
    else this.#listener.hear(message);
  }

  #say(envelope: Envelope<Message>): void {
    if (!this.#closed) this.#channel?.postMessage(envelope);
  }
}
