// A network between a store and the fake server that does what networks do.
import type { Divergence, Envelope } from '@web/sync/protocol';
import type { Answer, Frame, Transport } from '@web/sync/transport';
import { asking, current, heard, outside } from './fake_browser';
import type { FakeServer, Person } from './fake_server';

export interface Faults {
  /** The request does not arrive. */
  loseRequest(): boolean;
  /** It arrives and takes effect, and nobody hears of it. */
  loseAnswer(): boolean;
  /** It arrives once more, when everybody has forgotten it. */
  repeatRequest(): boolean;
  /** The stream ends instead of telling this. */
  breakStream(): boolean;
  delay_ms(): number;
}

export const calm: Faults = {
  loseRequest: () => false,
  loseAnswer: () => false,
  repeatRequest: () => false,
  breakStream: () => false,
  delay_ms: () => 1,
};

const repeatAfter_ms = 300;
const unreached = { status: 0, body: null };

export class FakeNetwork implements Transport {
  faults: Faults = { ...calm };
  signedIn = true;
  readonly posts: Envelope[] = [];
  #open = new Set<() => void>();

  constructor(
    readonly server: FakeServer,
    readonly person: Person,
  ) {}

  get(path: string) {
    return this.#ask(() => this.server.get(this.person, path));
  }

  post(path: string, body: unknown) {
    if (path === 'divergences') this.server.divergences.push(body as Divergence);
    if (path !== 'commands') return this.#ask(() => ({ status: 204, body: null }));
    const envelope = structuredClone(body) as Envelope;
    return this.#ask(() => {
      this.posts.push(envelope);
      return this.server.post(this.person, envelope);
    });
  }

  put() {
    return this.#ask(() => ({ status: 204, body: null }));
  }

  stream(path: string, tellFrame: (frame: Frame) => void, tellState: Parameters<Transport['stream']>[2]) {
    const tab = current();
    if (tab?.isDead) return () => {};
    const [onFrame, onState] = [heard(tellFrame), heard(tellState)];
    const close = outside(() => this.#listen(path, onFrame, onState));
    tab?.onDeath.push(close);
    return close;
  }

  #listen(path: string, onFrame: (frame: Frame) => void, onState: Parameters<Transport['stream']>[2]) {
    const query = new URLSearchParams(path.split('?')[1]);
    let open = true;
    let arrived = Promise.resolve();
    const close = () => {
      open = false;
      this.#open.delete(broken);
      stop();
    };
    const broken = (status = 0) => {
      if (!open) return;
      close();
      onState({ open: false, status });
    };
    // In order, each after its own delay.
    const tell = (act: () => void) => {
      arrived = arrived.then(() => this.#wait()).then(() => (open ? act() : undefined));
    };
    let stop: () => unknown = () => {};
    this.#open.add(broken);
    tell(() => {
      if (!this.signedIn) return broken(401);
      if (this.faults.loseRequest()) return broken();
      onState({ open: true });
      stop = this.server.listen({
        person: this.person,
        client: query.get('client') ?? '',
        position: Number(query.get('after')),
        hear: (event, data) => {
          const frame = { event, id: null, data: JSON.stringify(data) };
          tell(() => (this.faults.breakStream() ? broken() : onFrame(frame)));
        },
      });
    });
    return close;
  }

  breakStreams(): void {
    for (const broken of [...this.#open]) broken();
  }

  #ask(serve: () => Answer): Promise<Answer> {
    return asking(() => this.#exchange(serve));
  }

  async #exchange(serve: () => { status: number; body: unknown }) {
    await this.#wait();
    if (this.faults.loseRequest()) return unreached;
    const answer = structuredClone(this.signedIn ? serve() : { status: 401, body: null });
    if (this.faults.repeatRequest()) setTimeout(serve, repeatAfter_ms);
    const lost = this.faults.loseAnswer();
    await this.#wait();
    return lost ? unreached : answer;
  }

  #wait(): Promise<void> {
    return new Promise((done) => setTimeout(done, this.faults.delay_ms()));
  }
}
