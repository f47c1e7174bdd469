// What this browser keeps for one person, in IndexedDB: short transactions, and each leaves everything right.
// Everything here throws when the storage does; keeper.ts is for those who cannot have that.
import { compare, furthest, isNews } from './compare';
import { newId } from './id';
import type { Begun, Change, Coverage, Draft, Head, Included, Kept, Saved, Waiting, Written } from './kept';

import type { Refused } from './model';
import { type Entry, type Numbered, type Outbox, renumber, type WithNumber } from './outbox';
import type { CustomerDetails, Row, StoredEvent } from './protocol';
import type { Confirmed } from './replica';
import { ended, got, opened } from './requests';

interface KeptRow {
  readonly row: Row;
  readonly customer: CustomerDetails | null;
  /** The last command whose effect is in here, if a snapshot has told. */
  readonly included: Numbered | null;
  /** Whether its whole history is in `events`, or only the row is known. */
  readonly whole: boolean;
  /** The negative time of its last activity: newest first. */
  readonly recent: number;
}

interface Names {
  readonly client: string;
  readonly last: number;
  /** Up to here the server has decided. */
  readonly reached: number;
  /** In which a tab leads: what it heard in an earlier one is no longer for it to write. */
  readonly term: string | null;
}

/**
 * meta      'head': Head   'names': Names   'lists': Readonly<Record<string, Coverage>>
 * inbox     by conversation: KeptRow
 * events    by conversation and version: StoredEvent
 * outbox    by n: Entry
 * notices   by the id of their entry: Refused, that nobody has dealt with yet
 * drafts    by conversation and tab: Draft
 */
const everything = ['meta', 'inbox', 'events', 'outbox', 'notices', 'drafts'] as const;
type Store = (typeof everything)[number];

/** As many rows as the first list needs; the rest comes in chunks of chunkRows. */
export const firstRows = 200;
export const chunkRows = 1000;
/** More conversations than this are not kept: the oldest go when a page starts. */
export const rowsKeptMax = 20_000;

export class Database {
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  /** `gone` is called if the browser takes the database away. */
  static async open(name: string, gone: () => void): Promise<Database> {
    const make = (made: IDBDatabase) => {
      for (const store of everything)
        if (store !== 'inbox') made.createObjectStore(store);
        else made.createObjectStore(store).createIndex('recent', 'recent');
    };
    const db = await opened(name, make, gone);
    return new Database(db);
  }

  close(): void {
    this.#db.close();
  }

  async load(): Promise<Saved> {
    const tx = this.#write(everything);
    const meta = tx.objectStore('meta');
    const [names, head, lists, rows, count, outbox, refused, drafts] = await Promise.all([
      namesIn(tx),
      got<Head | undefined>(meta.get('head')),
      got<Saved['lists'] | undefined>(meta.get('lists')),
      got<KeptRow[]>(tx.objectStore('inbox').index('recent').getAll(null, firstRows)),
      got(tx.objectStore('inbox').count()),
      got<Entry[]>(tx.objectStore('outbox').getAll()),
      got<Refused[]>(tx.objectStore('notices').getAll()),
      got<Draft[]>(tx.objectStore('drafts').getAll()),
    ]);
    if (count > rowsKeptMax) await forgetOldest(tx);
    await done(tx);
    return {
      head: head ?? null,
      lists: count > rowsKeptMax ? {} : (lists ?? {}),
      rows: rows.map(({ row }) => row),
      included: rows.flatMap(includedIn),
      outbox,
      refused,
      drafts,
      client: names.client,
      reached: names.reached,
    };
  }

  /** The next rows from this activity on, older ones last; those of the very same time again. */
  async rows(activity_at: number): Promise<Kept<Row[]>> {
    const tx = this.#db.transaction(['meta', 'inbox']);
    const from = IDBKeyRange.lowerBound(-activity_at);
    const [how, kept] = await Promise.all([
      standingIn(tx),
      got<KeptRow[]>(tx.objectStore('inbox').index('recent').getAll(from, chunkRows)),
      ended(tx),
    ]);
    return { ...how, what: kept.map(({ row }) => row), included: kept.flatMap(includedIn) };
  }

  /** A conversation with its whole history, if that is kept. */
  async history(conversation: string): Promise<Kept<Confirmed | null>> {
    const tx = this.#db.transaction(['meta', 'inbox', 'events']);
    const [how, kept, events] = await Promise.all([
      standingIn(tx),
      got<KeptRow | undefined>(tx.objectStore('inbox').get(conversation)),
      got<StoredEvent[]>(tx.objectStore('events').getAll(historyOf(conversation))),
      ended(tx),
    ]);
    const what = kept?.whole ? { row: kept.row, customer: kept.customer, events } : null;
    return { ...how, what, included: kept ? includedIn(kept) : [] };
  }

  /** What waits for the server, and what waits for somebody to deal with it. */
  async waiting(): Promise<Waiting> {
    const tx = this.#write(['meta', 'outbox', 'notices']);
    const [{ client, reached }, outbox, refused] = await Promise.all([
      namesIn(tx),
      got<Entry[]>(tx.objectStore('outbox').getAll()),
      got<Refused[]>(tx.objectStore('notices').getAll()),
    ]);
    await done(tx);
    return { client, reached, outbox, refused };
  }

  /** Gives them the next numbers. They survive also the machine's power. */
  async queue(entries: readonly Entry[]): Promise<WithNumber[]> {
    const tx = this.#write(['meta', 'outbox'], 'strict');
    const names = await namesIn(tx);
    const { client, last } = names;
    const numbered = entries.map((entry, at) => ({ ...entry, number: { client, n: last + 1 + at } }));
    tx.objectStore('meta').put({ ...names, last: last + numbered.length }, 'names');
    for (const entry of numbered) tx.objectStore('outbox').put(entry, entry.number.n);
    await done(tx);
    return numbered;
  }

  /** From now on only what is heard in this term may change what is confirmed. */
  async lead(term: string): Promise<void> {
    const tx = this.#write(['meta']);
    tx.objectStore('meta').put({ ...(await namesIn(tx)), term }, 'names');
    await done(tx);
  }

  /** Compares before it sets: what was made for another position, or in a term that is over, changes nothing. */
  async confirm(term: string, change: Change): Promise<Written> {
    const tx = this.#write(everything);
    const head = await got<Head | undefined>(tx.objectStore('meta').get('head'));
    const names = await namesIn(tx);
    const verdict = compare(head, names.term, term, change);
    if (!head || verdict !== 'written') {
      await done(tx);
      return verdict;
    }
    const position = furthest(head, change);
    tx.objectStore('meta').put({ ...change.head, position }, 'head');
    for (const conversation of change.lost) drop(tx, conversation);
    await settleIn(tx, names, change);
    await Promise.all(change.known.map((known) => put(tx, known, change.included)));
    await done(tx);
    return 'written';
  }

  /** Nothing that was confirmed holds any more; `known` is what does. The outbox, the notices and the drafts stay. */
  async begin(term: string, head: Head, known: readonly Confirmed[], altered: readonly Entry[]): Promise<Begun> {
    const tx = this.#write(everything);
    const names = await namesIn(tx);
    const fits = names.term === term;
    if (fits) {
      const before = await got<Head | undefined>(tx.objectStore('meta').get('head'));
      if (before?.epoch !== head.epoch) tx.objectStore('meta').put({ ...names, reached: 0 }, 'names');
      await putAltered(tx, names, altered);
      tx.objectStore('meta').put(head, 'head');
      tx.objectStore('meta').delete('lists');
      tx.objectStore('inbox').clear();
      tx.objectStore('events').clear();
      await Promise.all(known.map((one) => put(tx, one, [])));
    }
    await done(tx);
    return fits ? 'written' : 'not leading';
  }

  /** Snapshots, by any tab that is not behind what is kept. */
  async keep(
    { epoch, position }: Pick<Head, 'epoch' | 'position'>,
    known: readonly Confirmed[],
    lists: Saved['lists'],
    included: readonly Included[],
  ): Promise<boolean> {
    const tx = this.#write(everything);
    const meta = tx.objectStore('meta');
    const head = await got<Head | undefined>(meta.get('head'));
    const fits = head !== undefined && head.epoch === epoch && head.position <= position;
    if (fits) {
      const before = await got<Saved['lists'] | undefined>(meta.get('lists'));
      meta.put({ ...before, ...lists } as Record<string, Coverage>, 'lists');
      await Promise.all(known.map((one) => put(tx, one, included)));
    }
    await done(tx);
    return fits;
  }

  /** What was asked as `from` is asked as `to`, from 1 on; null: somebody else has done so, or leads. */
  async renumber(term: string, from: string, to: string): Promise<Outbox | null> {
    const tx = this.#write(['meta', 'outbox']);
    const store = tx.objectStore('outbox');
    const names = await namesIn(tx);
    const fits = names.term === term && names.client === from;
    const outbox = fits ? renumber(await got<Entry[]>(store.getAll()), from, to) : null;
    if (outbox) {
      tx.objectStore('meta').put({ ...names, client: to, last: outbox.length, reached: 0 }, 'names');
      store.clear();
      for (const entry of outbox) store.put(entry, entry.number?.n ?? 0);
    }
    await done(tx);
    return outbox;
  }

  async dismiss(id: string): Promise<void> {
    const tx = this.#write(['notices']);
    tx.objectStore('notices').delete(id);
    await done(tx);
  }

  async draft(draft: Draft): Promise<void> {
    const key: [string, string] = [draft.conversation, draft.tab];
    const tx = this.#write(['drafts']);
    const drafts = tx.objectStore('drafts');
    if (draft.text === '') drafts.delete(key);
    else drafts.put(draft, key);
    await done(tx);
  }

  #write(stores: readonly Store[], durability: IDBTransactionDurability = 'relaxed'): IDBTransaction {
    return this.#db.transaction(stores, 'readwrite', { durability });
  }
}

// Not to wait for the last request before the disk is told to write. What becomes of a request that nobody waits for is
// told by its transaction.
async function done(tx: IDBTransaction): Promise<void> {
  tx.commit();
  await ended(tx);
}

async function standingIn(tx: IDBTransaction): Promise<Omit<Kept<unknown>, 'what' | 'included'>> {
  const head = await got<Head | undefined>(tx.objectStore('meta').get('head'));
  const names = await got<Names | undefined>(tx.objectStore('meta').get('names'));
  const reached = { client: names?.client ?? '', n: names?.reached ?? 0 };
  return { epoch: head?.epoch ?? null, position: head?.position ?? -1, reached };
}

async function namesIn(tx: IDBTransaction): Promise<Names> {
  const names = await got<Names | undefined>(tx.objectStore('meta').get('names'));
  if (names) return names;
  const made = { client: newId(), last: 0, reached: 0, term: null };
  tx.objectStore('meta').put(made, 'names');
  return made;
}

function includedIn({ row, included }: KeptRow): Included[] {
  return included ? [{ conversation: row.conversation, ...included }] : [];
}

async function put(tx: IDBTransaction, { row, events, customer }: Confirmed, all: readonly Included[]): Promise<void> {
  const { conversation, state } = row;
  const before = await got<KeptRow | undefined>(tx.objectStore('inbox').get(conversation));
  const whole = events !== null;
  if (before && !isNews(before.row.state.version, state.version, before.whole)) return;
  const now = all.find((one) => one.conversation === conversation);
  const included = now ? { client: now.client, n: now.n } : (before?.included ?? null);
  tx.objectStore('inbox').put({ row, customer, included, whole, recent: -row.activity_at }, conversation);
  const kept = whole && before?.whole ? before.row.state.version : 0;
  for (const stored of events ?? [])
    if (stored.event.version > kept) tx.objectStore('events').put(stored, [conversation, stored.event.version]);
}

function drop(tx: IDBTransaction, conversation: string): void {
  tx.objectStore('inbox').delete(conversation);
  tx.objectStore('events').delete(historyOf(conversation));
}

async function settleIn(tx: IDBTransaction, names: Names, change: Change): Promise<void> {
  for (const n of change.answered.flatMap((entry) => numberUnder(names, entry))) tx.objectStore('outbox').delete(n);
  for (const card of change.refused) tx.objectStore('notices').put(card, card.id);
  await putAltered(tx, names, change.altered);
  const reached = change.reached?.client === names.client ? change.reached.n : 0;
  if (reached > names.reached) tx.objectStore('meta').put({ ...names, reached }, 'names');
}

async function putAltered(tx: IDBTransaction, names: Names, altered: readonly Entry[]): Promise<void> {
  const outbox = tx.objectStore('outbox');
  // What has been answered in the meantime does not come back.
  for (const entry of altered)
    for (const n of numberUnder(names, entry)) if ((await got(outbox.getKey(n))) !== undefined) outbox.put(entry, n);
}

// None if it was asked under another name, and is not kept here.
function numberUnder({ client }: Names, { number }: Entry): number[] {
  return number?.client === client ? [number.n] : [];
}

async function forgetOldest(tx: IDBTransaction): Promise<void> {
  const index = tx.objectStore('inbox').index('recent');
  const keys = (await got(index.getAllKeys())) as string[];
  for (const conversation of keys.slice(rowsKeptMax)) drop(tx, conversation);
  tx.objectStore('meta').delete('lists');
}

function historyOf(conversation: string): IDBKeyRange {
  return IDBKeyRange.bound([conversation, 0], [conversation, Number.MAX_SAFE_INTEGER]);
}
