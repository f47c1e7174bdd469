// Asks the server for what it has, while patches go on arriving.
import { Backoff } from './backoff';
import type { Stamp } from './protocol';
import type { Transport } from './transport';

export interface SnapshotListener {
  /** Keeps events for a snapshot that is asked for now, until the function that it returns is called. */
  record(): () => void;
  /** Whether the answer belongs to the history that we follow. */
  accepts(stamp: Stamp): boolean;
  signedOut(): void;
  /** Whose commands the answer is to tell of: it may hold what they led to. */
  client(): string;
}

export interface Reader<T> {
  take(answer: T): void;
  fail(status: number): 'again' | 'leave it';
}

export class Snapshots {
  readonly #transport: Transport;
  readonly #listener: SnapshotListener;
  readonly #backoff = new Backoff();
  #open = false;
  #era = 0;

  constructor(transport: Transport, listener: SnapshotListener) {
    this.#transport = transport;
    this.#listener = listener;
  }

  /** Before this nothing is asked for: a snapshot must not be older than the position that patches follow on. */
  open(): void {
    this.#open = true;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Answers that are under way will not be used. */
  close(): void {
    this.#open = false;
    this.#era += 1;
    this.#backoff.cancel();
  }

  wake(): void {
    this.#backoff.wake();
  }

  async get<T extends Stamp>(path: string, reader: Reader<T>): Promise<void> {
    if (!this.#open) return;
    const era = this.#era;
    const release = this.#listener.record();
    const client = this.#listener.client();
    const { status, body } = await this.#transport.get(`${path}${path.includes('?') ? '&' : '?'}client=${client}`);
    if (era !== this.#era) return release();
    // What waits has other numbers now, and this answer is about the old ones.
    if (client !== this.#listener.client()) return this.get(path, reader).finally(release);
    if (status === 401) this.#listener.signedOut();
    else if (status !== 200 || !body) this.#failed(status, path, reader);
    else {
      this.#backoff.reset();
      if (this.#listener.accepts(body as T)) reader.take(body as T);
    }
    release();
  }

  #failed<T extends Stamp>(status: number, path: string, reader: Reader<T>): void {
    if (reader.fail(status) === 'again') this.#backoff.later(() => this.get(path, reader));
  }
}
