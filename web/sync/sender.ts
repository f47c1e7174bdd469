// Sends the outbox, one POST at a time, until it is empty. The same commands go out again until they are answered.
import { Backoff } from './backoff';
import type { Envelope } from './protocol';
import type { Answer, Transport } from './transport';

export interface SenderListener {
  /** Null: nothing to send, or not now. */
  envelope(): Envelope | null;
  /** Whether to go on at once; else the same is tried again after a while. */
  answered(answer: Answer, envelope: Envelope): Promise<boolean>;
}

export class Sender {
  readonly #transport: Transport;
  readonly #listener: SenderListener;
  readonly #backoff = new Backoff();
  #busy = false;

  constructor(transport: Transport, listener: SenderListener) {
    this.#transport = transport;
    this.#listener = listener;
  }

  async send(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (;;) {
      const envelope = this.#listener.envelope();
      if (!envelope) break;
      const answer = await this.#transport.post('commands', envelope);
      if (!(await this.#listener.answered(answer, envelope))) {
        this.#backoff.later(() => this.send());
        break;
      }
      this.#backoff.reset();
    }
    this.#busy = false;
  }

  wake(): void {
    this.#backoff.wake();
  }

  close(): void {
    this.#backoff.cancel();
  }
}
