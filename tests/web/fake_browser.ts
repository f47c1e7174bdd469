// A browser with tabs that can hang and crash: what a tab is given (timers, locks, channels, the network, IndexedDB)
// reaches it only while it lives. IndexedDB is fake-indexeddb; transactions of a tab that crashes are aborted.
import 'fake-indexeddb/auto';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Channel, Ports } from '@web/sync/tabs';

const running = new AsyncLocalStorage<Tab>();
const never = new Promise<never>(() => {});

/** One tab's life. Whatever happens in it is run by it. */
export class Tab {
  #state: 'awake' | 'frozen' | 'dead' = 'awake';
  #late: (() => void)[] = [];
  readonly #transactions = new Set<IDBTransaction>();
  readonly onDeath: (() => void)[] = [];

  get isDead(): boolean {
    return this.#state === 'dead';
  }

  get isAwake(): boolean {
    return this.#state === 'awake';
  }

  run<T>(act: () => T): T {
    return running.run(this, act);
  }

  /** Now, when it wakes up, or never. */
  happen(act: () => void): void {
    if (this.#state === 'awake') this.run(act);
    else if (this.#state === 'frozen') this.#late.push(act);
  }

  freeze(): void {
    if (this.#state === 'awake') this.#state = 'frozen';
  }

  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'awake';
    for (const act of this.#late.splice(0)) this.happen(act);
  }

  /** Its code still sees its transactions fail, and may go on; nothing that it does leaves it any more. */
  kill(): void {
    this.#state = 'dead';
    for (const transaction of this.#transactions) abort(transaction);
    for (const end of this.onDeath) end();
  }

  begin(transaction: IDBTransaction): void {
    this.#transactions.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => this.#transactions.delete(transaction));
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was about to end by itself.
  }
}

/** The tabs of one browser. */
export class FakeBrowser {
  readonly #locks = new Map<string, { holder: Lock | null; queue: Lock[] }>();
  readonly #channels = new Map<string, Set<{ tab: Tab; channel: Channel }>>();
  readonly #delay_ms: () => number;

  /** How long a message takes from one tab to another. */
  constructor(delay_ms: () => number = () => 0) {
    this.#delay_ms = delay_ms;
  }

  ports(tab: Tab): Ports {
    return {
      locks: { request: (name, options, holding) => this.#request(tab, name, options, holding) },
      channel: (name) => this.#channel(tab, name),
    };
  }

  #request(tab: Tab, name: string, { steal, signal }: Options, holding: () => Promise<void>): Promise<unknown> {
    const lock = this.#locks.get(name) ?? { holder: null, queue: [] };
    this.#locks.set(name, lock);
    return new Promise((done, fail) => {
      const wanted: Lock = { tab, holding, done, fail };
      const leave = () => {
        lock.queue = lock.queue.filter((other) => other !== wanted);
        if (lock.holder === wanted) this.#grant(lock);
      };
      tab.onDeath.push(leave);
      signal?.addEventListener('abort', () => {
        if (lock.holder === wanted) return;
        leave();
        fail(new Error('aborted'));
      });
      if (steal) {
        const robbed = lock.holder;
        lock.holder = null;
        lock.queue.unshift(wanted);
        robbed?.tab.happen(() => robbed.fail(new Error('stolen')));
      } else lock.queue.push(wanted);
      if (!lock.holder) this.#grant(lock);
    });
  }

  #grant(lock: { holder: Lock | null; queue: Lock[] }): void {
    const next = lock.queue.shift() ?? null;
    lock.holder = next;
    next?.tab.happen(() => {
      const release = () => {
        if (lock.holder === next) this.#grant(lock);
        next.tab.happen(() => next.done(undefined));
      };
      void next.holding().then(release, release);
    });
  }

  #channel(tab: Tab, name: string): Channel {
    const all = this.#channels.get(name) ?? new Set();
    this.#channels.set(name, all);
    const last = new Map<unknown, number>();
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        if (tab.isDead) return;
        const copy = structuredClone(data);
        // To each other tab in the order in which it was said, and to no two at the same time.
        for (const other of all)
          if (other !== self) {
            const at = Math.max(Date.now() + this.#delay_ms(), last.get(other) ?? 0);
            last.set(other, at);
            const hear = () => other.channel.onmessage?.({ data: copy } as MessageEvent);
            outside(() => setTimeout(() => other.tab.happen(hear), at - Date.now()));
          }
      },
      close: () => all.delete(self),
    };
    const self = { tab, channel };
    all.add(self);
    tab.onDeath.push(() => all.delete(self));
    return channel;
  }
}

interface Options {
  steal?: boolean;
  signal?: AbortSignal;
}

interface Lock {
  tab: Tab;
  holding: () => Promise<void>;
  done: (value: unknown) => void;
  fail: (fault: Error) => void;
}

/** Until the function that it returns is called, timers belong to the tab that sets them. After vi.useFakeTimers(). */
export function timersOfTabs(): () => void {
  const { setTimeout: timeout, setInterval: interval } = globalThis;
  const owned = (act: () => void) => {
    const tab = running.getStore();
    return tab ? () => tab.happen(act) : act;
  };
  Object.assign(globalThis, {
    setTimeout: (act: () => void, ms?: number) => timeout(owned(act), ms),
    setInterval: (act: () => void, ms?: number) => interval(owned(act), ms),
  });
  return () => Object.assign(globalThis, { setTimeout: timeout, setInterval: interval });
}

export const current = (): Tab | undefined => running.getStore();

/** What the world does, whoever has set it going. */
export const outside = <T>(act: () => T): T => running.exit(act);

/** What a tab asks of the outside arrives in the tab, if it still can. One that is dead asks for nothing. */
export function asking<T>(ask: () => Promise<T>): Promise<T> {
  const tab = running.getStore();
  if (!tab) return ask();
  if (tab.isDead) return never;
  return new Promise((done) => void outside(ask).then((value) => tab.happen(() => done(value))));
}

/** A function that is called from outside, likewise. */
export function heard<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const tab = running.getStore();
  return tab ? (...args) => tab.happen(() => act(...args)) : act;
}

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
  const tab = running.getStore();
  if (tab?.isDead) throw new Error('this tab is no more');
  const begun = transaction.apply(this, args);
  tab?.begin(begun);
  return begun;
};
