// What survives the page, for those who go on also when nothing does: whatever the storage refuses is kept in memory.
import { signal } from '@preact/signals-core';
import { Database } from './database';
import { newId } from './id';
import type { Begun, Change, Draft, Head, Included, Kept, Saved, Waiting, Written } from './kept';
import { type Entry, type Outbox, renumber, type WithNumber } from './outbox';
import type { Row } from './protocol';
import type { Confirmed } from './replica';

/** 'memory': nothing survives this page. */
export type Keeping = 'kept' | 'memory';

/**
 * A tab that hangs in the middle of a transaction holds up every other: a database that has not answered after so many
 * ticks is none. They are counted one by one, so that a tab that wakes up first hears what has come meanwhile.
 */
const tick_ms = 250;
const ticksMax = 12;
/** Somebody has to lead soon. */
const ticksToLead = 4;

export class Keeper {
  readonly state = signal<Keeping>('kept');
  readonly #name: string | null;
  #db: Database | null = null;
  /** Under which name the server is asked; in memory it is this page's own, so that no number is ever given twice. */
  #client = newId();
  #last = 0;
  #closed = false;

  /** Null: nothing is to survive. */
  constructor(name: string | null) {
    this.#name = name;
  }

  /** The name of what is queued from now on. */
  get client(): string {
    return this.#client;
  }

  async load(): Promise<Saved> {
    const name = this.#name;
    if (name === null) this.state.value = 'memory';
    else this.#db = await this.#try(null, () => this.#open(name));
    if (this.#closed) this.#db?.close();
    const saved = await this.#kept(null, (db) => db.load());
    if (saved) this.#client = saved.client;
    return (
      saved ?? {
        head: null,
        lists: {},
        rows: [],
        included: [],
        outbox: [],
        refused: [],
        drafts: [],
        client: this.#client,
        reached: 0,
      }
    );
  }

  rows(activity_at: number): Promise<Kept<Row[]> | null> {
    return this.#kept(null, (db) => db.rows(activity_at));
  }

  history(conversation: string): Promise<Kept<Confirmed | null> | null> {
    return this.#kept(null, (db) => db.history(conversation));
  }

  /** Null: there is no more than what is in memory. */
  async waiting(): Promise<Waiting | null> {
    const waiting = await this.#kept(null, (db) => db.waiting());
    if (waiting && this.#db) this.#client = waiting.client;
    return waiting;
  }

  /** With their numbers, in their order. */
  async queue(entries: readonly Entry[]): Promise<WithNumber[]> {
    const kept = await this.#kept(null, (db) => db.queue(entries));
    return kept ?? entries.map((entry) => ({ ...entry, number: { client: this.#client, n: ++this.#last } }));
  }

  lead(term: string): Promise<void> {
    return this.#kept(undefined, (db) => db.lead(term), ticksToLead);
  }

  confirm(term: string, change: Change): Promise<Written> {
    return this.#kept<Written>('written', (db) => db.confirm(term, change));
  }

  begin(term: string, head: Head, known: readonly Confirmed[], altered: Outbox): Promise<Begun> {
    return this.#kept<Begun>('written', (db) => db.begin(term, head, known, altered));
  }

  keep(
    at: Pick<Head, 'epoch' | 'position'>,
    known: readonly Confirmed[],
    lists: Saved['lists'],
    included: readonly Included[],
  ): Promise<boolean> {
    return this.#kept(true, (db) => db.keep(at, known, lists, included));
  }

  /** What was asked as `from` is asked as another, from 1 on; null: somebody else has done so, or leads. */
  async renumber(term: string, outbox: Outbox, from: string): Promise<{ to: string; outbox: Outbox } | null> {
    const to = newId();
    const kept = await this.#kept(null, (db) => db.renumber(term, from, to));
    if (!kept && this.#db) return null;
    const now = kept ?? renumber(outbox, from, to);
    if (from === this.#client) {
      this.#client = to;
      this.#last = now.filter(({ number }) => number?.client === to).length;
    }
    return { to, outbox: now };
  }

  /** Another tab has renumbered what is kept. */
  rename(to: string): void {
    this.#client = to;
  }

  dismiss(id: string): Promise<void> {
    return this.#kept(undefined, (db) => db.dismiss(id));
  }

  draft(draft: Draft): Promise<void> {
    return this.#kept(undefined, (db) => db.draft(draft));
  }

  close(): void {
    this.#closed = true;
    this.#db?.close();
  }

  async #open(name: string): Promise<Database> {
    const opening = Database.open(name, () => this.#fail());
    try {
      return await inTime(opening, ticksMax);
    } catch (fault) {
      opening.then(
        (db) => db.close(),
        () => {},
      );
      throw fault;
    }
  }

  #kept<T>(otherwise: T, use: (db: Database) => Promise<T>, ticks = ticksMax): Promise<T> {
    const db = this.#db;
    return db ? this.#try(otherwise, () => inTime(use(db), ticks)) : Promise.resolve(otherwise);
  }

  async #try<T>(otherwise: T, use: () => Promise<T>): Promise<T> {
    try {
      return await use();
    } catch {
      this.#fail();
      return otherwise;
    }
  }

  #fail(): void {
    if (this.#closed || this.state.peek() === 'memory') return;
    this.#db?.close();
    this.#db = null;
    this.#client = newId();
    this.#last = 0;
    this.state.value = 'memory';
  }
}

/** What was promised, or an error after so many ticks. */
async function inTime<T>(promised: Promise<T>, ticks: number): Promise<T> {
  promised.catch(() => {});
  for (let tick = 0; tick < ticks; tick++) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ticked = new Promise<typeof tooLate>((done) => {
      timer = setTimeout(() => done(tooLate), tick_ms);
    });
    const first = await Promise.race([promised, ticked]).finally(() => clearTimeout(timer));
    if (first !== tooLate) return first;
  }
  throw new Error('the database does not answer');
}

const tooLate = Symbol('too late');
