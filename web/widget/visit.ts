// A visitor's stay: nobody to the server until the first message or until the page has told who they are, somebody
// with a token from then on, and nobody again once they have logged out.
import { batch, effect, signal } from '@preact/signals';
import { Backoff } from '../sync/backoff';
import { whenNetworkChanges } from '../sync/browser';
import type { Files } from '../sync/files';
import type { VisitorStore } from '../sync/model';
import { fetchTransport, type Transport } from '../sync/transport';
import { follow } from '../ui/now';
import { deskOf } from './desk';
import { shown } from './host';
import { type Arrived, Introduction, newToken, type Said } from './introduction';
import { drop, forget, keep, kept, permit, storage } from './kept';
import { laterFiles } from './later_files';

export type { Said } from './introduction';

/** The page around us, and the one that led there. */
export interface Around {
  readonly page: string;
  readonly referrer: string;
}

/** What becomes of the visitor that others have to know. */
export interface VisitListener {
  /** The server does not know us any more: this was not sent. */
  forgotten(unsent: string[]): void;
  /** They have logged out: whatever is there of them is to go. */
  left(): void;
}

const tokenKey = 'token';
/** Of a token that the server may not know yet. */
const arrivingKey = 'arriving';
const verifiedKey = 'verified';

export class Visit {
  /** Null: not known to the server, or not yet. */
  readonly store = signal<VisitorStore | null>(null);
  /** Of whoever is here: nobody's, at first. */
  files: Files = laterFiles('');
  transport: Transport = fetchTransport('');
  /** Known to the server: the store is on its way. */
  readonly returning = signal(false);
  /** 'memory': what the panel keeps is gone with the page. */
  readonly storage = storage;
  /** The site's own server has said who the visitor is. */
  readonly verified = signal(false);
  /** The server has refused to know them, and is asked again: what they wrote waits. */
  readonly refused = signal(false);
  /** What the site says of itself. */
  readonly desk;

  readonly #database: string;
  readonly #listener: VisitListener;
  readonly #backoff = new Backoff();
  readonly #introduction: Introduction;
  #joining: Promise<VisitorStore> | null = null;
  /** Who they are is told one after another: a token is made once. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Until they log out: what is under way then comes to nothing. */
  #stay = new AbortController();

  constructor(site: string, around: () => Promise<Around>, listener: VisitListener) {
    this.#database = `wrapup visitor ${site}`;
    this.#listener = listener;
    this.desk = deskOf(site, shown);
    this.#introduction = new Introduction(site, around, this.#backoff);
    const token = kept(tokenKey);
    this.verified.value = kept(verifiedKey) !== null;
    if (token !== null) this.#joining = this.#open(token);
    whenNetworkChanges(() => {
      this.#backoff.wake();
      this.store.peek()?.wake();
    });
    document.addEventListener('visibilitychange', () => void this.store.peek()?.settled());
  }

  /** The store of somebody whom the server knows; it makes them known if need be, however long that takes. */
  async join(): Promise<VisitorStore> {
    permit();
    this.#joining ??= this.#join();
    const store = await this.#joining;
    await met(store);
    return store;
  }

  /** The panel can be used: what the first message needs is fetched meanwhile, for the network may be gone then. */
  prepare(): void {
    void import('./open_store').then(({ prepare }) => prepare()).catch(() => {});
  }

  /** What visitors say of themselves. Told to the server with the first message, or now if it knows them already. */
  introduce(said: Said): void {
    this.#introduction.add(said);
    if (this.#joining) void this.#arrive().catch(() => {});
  }

  /** The language that the page has set for them. */
  speak(locale: string): void {
    this.#introduction.locale = locale;
  }

  /** Who the visitor is, in the words of the site's own server. It throws the code with which ours refuses them. */
  async identify(identity: string): Promise<void> {
    let arrived = await this.#arrive(identity);
    if (arrived === 'another_customer') {
      await this.logout();
      arrived = await this.#arrive(identity);
    }
    if (typeof arrived === 'string') throw new Error(arrived);
    permit();
    const { token, customer } = arrived;
    const store = this.store.peek();
    // They are somebody else by now, and see what that one has asked.
    if (store?.me.peek() && store.me.peek()?.actor.id !== customer.id)
      await this.#close(store, (unsent) => this.#listener.forgotten(unsent));
    this.#joining ??= this.#open(token);
    this.#backoff.wake();
  }

  /** Leaves nothing of the visitor on this device. */
  async logout(): Promise<void> {
    const token = kept(tokenKey);
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#introduction.forget();
    this.verified.value = false;
    const closed = this.#close(this.store.peek(), () => this.#listener.left());
    forget();
    await closed;
    // Where the server cannot be reached the token stays good, and nobody has it.
    if (token !== null) await fetchTransport(token).post('visitors/logout', {});
  }

  async #join(): Promise<VisitorStore> {
    const { signal } = this.#stay;
    for (;;) {
      const token = kept(tokenKey);
      if (token !== null) return this.#open(token);
      const arrived = await this.#arrive().catch(() => never);
      this.refused.value = typeof arrived === 'string';
      if (typeof arrived === 'object') return this.#open(arrived.token);
      // Where a site wants to know its visitors, they are to identify themselves first.
      await new Promise<void>((again) => this.#backoff.later(again));
      if (signal.aborted) return never;
    }
  }

  /** The code with which the server refuses it, where it does. */
  #arrive(identity?: string): Promise<Arrived | string> {
    const { signal } = this.#stay;
    const arrived = this.#turn.then(async () => {
      signal.throwIfAborted();
      const token = kept(tokenKey) ?? kept(arrivingKey) ?? newToken();
      if (kept(tokenKey) === null) keep(arrivingKey, token);
      const answer = await this.#introduction.make(token, signal, identity);
      if (typeof answer === 'string') return answer;
      keep(tokenKey, answer.token);
      drop(arrivingKey);
      this.verified.value = answer.customer.verified ?? false;
      if (this.verified.value) keep(verifiedKey, 'yes');
      return answer;
    });
    this.#turn = arrived.catch(() => {});
    return arrived;
  }

  async #open(token: string): Promise<VisitorStore> {
    const { signal } = this.#stay;
    this.files = laterFiles(token);
    this.transport = fetchTransport(token);
    this.returning.value = true;
    const store = await this.#openStore(this.transport);
    if (signal.aborted) {
      store.close();
      return never;
    }
    this.store.value = store;
    follow(store.now);
    const stop = effect(() => {
      if (store.connection.value.state !== 'signed_out') return;
      queueMicrotask(() => {
        stop();
        this.verified.value = false;
        forget();
        void this.#close(store, (unsent) => this.#listener.forgotten(unsent));
      });
    });
    return store;
  }

  /** A visitor waits for it as long as it takes: what they have written is not to be lost for a file that is not. */
  async #openStore(transport: Transport): Promise<VisitorStore> {
    for (;;) {
      try {
        const { openStore } = await import('./open_store');
        return await openStore(transport, this.#database);
      } catch {
        await new Promise<void>((again) => this.#backoff.later(again));
      }
    }
  }

  /** The next message comes from somebody new. */
  async #close(store: VisitorStore | null, tell: (unsent: string[]) => void): Promise<void> {
    const commands = store?.pending.value.flatMap((pending) => pending.commands) ?? [];
    store?.close();
    const gone = forgetDatabase(this.#database);
    batch(() => {
      this.files = laterFiles('');
      this.transport = fetchTransport('');
      this.#joining = null;
      this.store.value = null;
      this.returning.value = false;
      tell(commands.flatMap((command) => ('text' in command ? [command.text] : [])));
    });
    await gone;
  }
}

/** Of somebody who has left. */
const never = new Promise<never>(() => {});

function forgetDatabase(name: string): Promise<void> {
  return new Promise((done) => {
    try {
      const forgetting = indexedDB.deleteDatabase(name);
      forgetting.onsuccess = forgetting.onerror = forgetting.onblocked = () => done();
    } catch {
      // Nothing was kept.
      done();
    }
  });
}

function met(store: VisitorStore): Promise<void> {
  return new Promise((done) => {
    const stop = store.me.subscribe((me) => {
      if (!me) return;
      queueMicrotask(() => stop());
      done();
    });
  });
}
