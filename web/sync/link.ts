// Keeps the one stream open, and says how that goes.
import { signal } from '@preact/signals-core';
import { Backoff } from './backoff';
import type { Connection } from './model';
import type { MeAnswer, PatchAnswer, TeamNotice, TypingNotice } from './protocol';
import type { ServerClock } from './server_clock';
import type { Frame, StreamState, Transport } from './transport';

export interface LinkListener {
  /** The first answer after start(): where the stream begins. */
  begin(answer: MeAnswer): void;
  me(answer: MeAnswer): void;
  /** The server is there again. */
  recovered(): void;
  patch(answer: PatchAnswer): void;
  typing(notice: TypingNotice): void;
  team(notice: TeamNotice): void;
  /** The server cannot go on from where we are. */
  resync(): void;
  signedOut(): void;
  changed(connection: Connection): void;
  /** When the server was last heard; null: never. */
  heardAt(): number | null;
  /** 'stream?after=…', from where we are. */
  streamPath(): string;
}

const teamFrames: ReadonlySet<string> = new Set(['agents', 'preferences']);

export class Link {
  readonly state = signal<Connection>({ state: 'connecting', since: null });
  readonly #transport: Transport;
  readonly #clock: ServerClock;
  readonly #listener: LinkListener;
  readonly #backoff = new Backoff();
  #stop: (() => void) | null = null;
  #starts = 0;

  constructor(transport: Transport, clock: ServerClock, listener: LinkListener) {
    this.#clock = clock;
    this.#transport = transport;
    this.#listener = listener;
  }

  async start(): Promise<void> {
    this.close();
    const start = this.#starts;
    const answer = await this.#transport.get('me');
    if (start !== this.#starts) return;
    if (answer.status !== 200 || !answer.body) return this.#lost(answer.status, () => this.start());
    this.#listener.begin(this.#clock.stamp(answer.body as MeAnswer));
    if (start === this.#starts) this.#open();
  }

  /** Something was missed: asks again for everything after our position. */
  reopen(): void {
    this.close();
    this.#backoff.later(() => this.#open());
  }

  /** The server could not be reached by another way: the stream may be dead and not know it. */
  doubt(): void {
    if (!this.#stop) return;
    this.close();
    this.#open();
  }

  wake(): void {
    this.#backoff.wake();
  }

  signedOut(): void {
    this.close();
    this.#listener.changed({ state: 'signed_out' });
  }

  close(): void {
    this.#starts += 1;
    this.#backoff.cancel();
    this.#stop?.();
    this.#stop = null;
  }

  #open(): void {
    this.#stop = this.#transport.stream(
      this.#listener.streamPath(),
      (frame) => this.#hear(frame),
      (state) => this.#changed(state),
    );
  }

  #changed(state: StreamState): void {
    if (state.open) return;
    this.#stop = null;
    this.#lost(state.status, () => this.#open());
  }

  #hear(frame: Frame): void {
    if (frame.event === 'resync') this.#listener.resync();
    if (frame.event === 'patch') this.#listener.patch(JSON.parse(frame.data) as PatchAnswer);
    if (teamFrames.has(frame.event)) this.#listener.team(JSON.parse(frame.data) as TeamNotice);
    if (frame.event === 'typing') this.#listener.typing(JSON.parse(frame.data) as TypingNotice);
    if (frame.event === 'me') {
      const before = this.state.peek().state;
      this.#backoff.reset();
      if (before !== 'live') this.#listener.changed({ state: 'live' });
      this.#listener.me(this.#clock.stamp(JSON.parse(frame.data) as MeAnswer));
      if (before !== 'live') this.#listener.recovered();
    }
  }

  #lost(status: number, again: () => void): void {
    if (status === 401) {
      this.#listener.signedOut();
      return;
    }
    // Once may be a server that starts anew; twice is an outage.
    const before = this.state.peek().state;
    if (before !== 'offline') {
      const state = before === 'connecting' ? 'offline' : 'connecting';
      this.#listener.changed({ state, since: this.#listener.heardAt() });
    }
    this.#backoff.later(again);
  }
}
