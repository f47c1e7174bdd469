// A visitor's stay: nobody to the server until the first message, somebody with a token from then on.
import { batch, effect, signal } from '@preact/signals';
import wasm from '@wasm/wrapup.wasm?url';
import { loadRules, type Rules } from '../rules/rules';
import { Backoff } from '../sync/backoff';
import { browserPorts } from '../sync/browser';
import { type Files, filesOf } from '../sync/files';
import { createStore, type Store } from '../sync/store';
import { fetchTransport, type Transport } from '../sync/transport';
import { drop, keep, kept } from '../ui/kept';
import { follow } from '../ui/now';
import { deskOf } from './desk';
import { shown } from './host';

/** The page around us, and the one that led there. */
export interface Around {
  readonly page: string;
  readonly referrer: string;
}

/** What visitors say of themselves: unverified. */
export interface Said {
  readonly name?: string;
  readonly email?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export class Visit {
  /** Null: not known to the server, or not yet. */
  readonly store = signal<Store | null>(null);
  /** Of whoever is here: nobody's, at first. */
  files: Files = filesOf('');
  transport: Transport = fetchTransport('');
  /** Known from before: the store is on its way. */
  readonly returning = signal(false);
  /** 'memory': what the panel keeps is gone with the page. */
  readonly storage = signal<'kept' | 'memory'>('kept');
  /** The site's own server has said who the visitor is. */
  readonly verified = signal(false);
  readonly desk;

  readonly #site: string;
  readonly #around: () => Around;
  readonly #forgotten: (unsent: string[]) => void;
  readonly #backoff = new Backoff();
  readonly #rules = this.#loadRules();
  #joining: Promise<Store> | null = null;
  #said: Said = {};

  /** `forgotten` is told what was not sent when the server forgot us. */
  constructor(site: string, around: () => Around, forgotten: (unsent: string[]) => void) {
    this.#site = site;
    this.desk = deskOf(site, shown);
    this.#around = around;
    this.#forgotten = forgotten;
    const token = kept(this.#key);
    this.returning.value = token !== null;
    if (token !== null) this.#joining = this.#open(token);
    for (const change of ['online', 'offline'])
      window.addEventListener(change, () => {
        this.#backoff.wake();
        this.store.peek()?.wake();
      });
    document.addEventListener('visibilitychange', () => void this.store.peek()?.settled());
  }

  /** The store of somebody whom the server knows; it makes them known if need be, however long that takes. */
  async join(): Promise<Store> {
    this.#joining ??= this.#introduce().then((token) => this.#open(token));
    const store = await this.#joining;
    await met(store);
    return store;
  }

  /** Told to the server with the first message, or now if it knows the visitor already. */
  introduce(said: Said): void {
    this.#said = { ...this.#said, ...said };
    if (this.#joining) void this.#joining.then(() => this.transport.post('visitors', this.#who));
  }

  get #who() {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const where = { site: this.#site, ...this.#around(), locale: navigator.language, time_zone: timeZone ?? '' };
    return { ...where, ...this.#said };
  }

  async #introduce(): Promise<string> {
    for (;;) {
      const { status, body } = await fetchTransport('').post('visitors', this.#who);
      if (status === 201) {
        const { token } = body as { token: string };
        keep(this.#key, token);
        return token;
      }
      await new Promise<void>((again) => this.#backoff.later(again));
    }
  }

  async #open(token: string): Promise<Store> {
    const keep = { name: this.#database, person: null, ports: browserPorts() };
    this.files = filesOf(token);
    this.transport = fetchTransport(token);
    const store = createStore({ rules: await this.#rules, transport: this.transport, clock: Date.now, keep });
    this.store.value = store;
    follow(store.now);
    const stop = effect(() => {
      if (store.connection.value.state !== 'signed_out') return;
      queueMicrotask(() => {
        stop();
        this.#forget(store);
      });
    });
    return store;
  }

  /** A visitor waits for them as long as it takes: what they have written is not to be lost for a file that is not. */
  async #loadRules(): Promise<Rules> {
    for (;;) {
      try {
        return await loadRules(wasm);
      } catch {
        await new Promise<void>((again) => this.#backoff.later(again));
      }
    }
  }

  /** The server does not know this token any more: the next message comes from somebody new. */
  #forget(store: Store): void {
    const commands = store.pending.value.flatMap((pending) => pending.commands);
    drop(this.#key);
    store.close();
    forgetDatabase(this.#database);
    batch(() => {
      this.#joining = null;
      this.store.value = null;
      this.returning.value = false;
      this.#forgotten(commands.flatMap((command) => ('text' in command ? [command.text] : [])));
    });
  }

  get #database(): string {
    return `wrapup visitor ${this.#site}`;
  }

  get #key(): string {
    return `visitor:${this.#site}`;
  }
}

function forgetDatabase(name: string): void {
  try {
    indexedDB.deleteDatabase(name);
  } catch {
    // Nothing was kept.
  }
}

function met(store: Store): Promise<void> {
  return new Promise((done) => {
    const stop = store.me.subscribe((me) => {
      if (!me) return;
      queueMicrotask(() => stop());
      done();
    });
  });
}
