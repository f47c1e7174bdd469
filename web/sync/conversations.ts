// All the conversations that this client knows of, at one position of the server's log.
import { batch, signal } from '@preact/signals-core';
import { Cell, type World } from './cell';
import type { Refused } from './model';
import type { Entry, Outbox } from './outbox';
import type { ConversationAnswer, Customer, Divergence, Patch, Row, Stamp, StoredEvent } from './protocol';
import { blank, type Confirmed, confirm } from './replica';

/** What a patch has changed. */
export interface Applied {
  readonly touched: Set<string>;
  /** Only a snapshot can tell of these. */
  readonly lacking: Set<string>;
  readonly diverged: Omit<Divergence, 'rules_id'>[];
}

export class Conversations {
  /** Everything up to here has been taken in, for every conversation that is known. */
  position = 0;

  readonly #world: World;
  /** Counts up whenever a row may have changed. */
  readonly changes = signal(0);
  /** Told of each event that comes in, with the row before it and after it, as far as they are known. */
  onEvent: ((stored: StoredEvent, before: Row | null, after: Row | null) => void) | null = null;
  /** Every card there is, wherever it belongs. */
  readonly refused = signal<readonly Refused[]>([]);
  readonly #cells = new Map<string, Cell>();
  #watchers: Set<string>[] = [];
  readonly #customers = new Map<string, string>();
  /** Where something is pending. */
  #waiting = new Set<string>();
  /** What came while snapshots were under way: they may be older than it. */
  #recent: StoredEvent[] = [];
  #snapshotsUnderWay = 0;

  constructor(world: World) {
    this.#world = world;
  }

  cell(id: string): Cell {
    const known = this.#cells.get(id);
    if (known) return known;
    const cell = new Cell(id, this.#world);
    this.#cells.set(id, cell);
    return cell;
  }

  /** Every row there is, as predicted. */
  rows(): Row[] {
    return [...this.#cells.values()].flatMap((cell) => cell.predicted.peek()?.row ?? []);
  }

  row(id: string): Row | null {
    return this.#cells.get(id)?.predicted.peek()?.row ?? null;
  }

  /** The conversations whose rows may have changed are put in here, for whoever takes them out. */
  watch(): Set<string> {
    const changed = new Set<string>();
    this.#watchers.push(changed);
    return changed;
  }

  unwatch(changed: Set<string>): void {
    this.#watchers = this.#watchers.filter((one) => one !== changed);
  }

  /** Where something is pending. */
  withPending(): Cell[] {
    return [...this.#waiting].map((id) => this.cell(id));
  }

  /** What is confirmed of them, as far as it is known. */
  confirmed(ids: Iterable<string>): Confirmed[] {
    return [...ids].flatMap((id) => this.#cells.get(id)?.confirmed.peek() ?? []);
  }

  get ids(): Iterable<string> {
    return this.#cells.keys();
  }

  /** What somebody looks at, as far as the server can tell of it. */
  wanted(): string[] {
    return [...this.#cells].filter(([, cell]) => cell.opened && !cell.isOurs).map(([id]) => id);
  }

  nameOfCustomer(id: string): string | undefined {
    return this.#customers.get(id);
  }

  /** Takes in a patch that follows on `position`. */
  apply(patch: Patch): Applied {
    const applied: Applied = { touched: new Set(), lacking: new Set(), diverged: [] };
    this.#meet(patch.customers);
    for (const stored of patch.events) {
      if (stored.position <= this.position) continue;
      if (this.#snapshotsUnderWay > 0) this.#recent.push(stored);
      applied.touched.add(stored.conversation);
      const { confirmed } = this.cell(stored.conversation);
      const before = confirmed.peek();
      const isTaken = this.#take(stored);
      this.onEvent?.(stored, before?.row ?? null, confirmed.peek()?.row ?? null);
      if (!isTaken) applied.lacking.add(stored.conversation);
      else this.#compare(stored, applied);
    }
    this.position = Math.max(this.position, patch.position);
    this.#touch(applied.touched);
    return applied;
  }

  /** Keeps events for a snapshot that is asked for now, until the function that it returns is called. */
  record(): () => void {
    this.#snapshotsUnderWay += 1;
    return () => {
      this.#snapshotsUnderWay -= 1;
      if (this.#snapshotsUnderWay === 0) this.#recent = [];
    };
  }

  /** Rows of a list. What is known already is kept right by the patches; answers with what was not. */
  mergeRows(rows: readonly Row[]): string[] {
    const taken: string[] = [];
    batch(() => {
      for (const row of rows) {
        const { confirmed } = this.cell(row.conversation);
        this.#meet([row.customer]);
        if (confirmed.peek()) continue;
        confirmed.value = this.#catchUp({ row, events: null, customer: null });
        taken.push(row.conversation);
      }
      this.#touch(taken);
    });
    return taken;
  }

  /** As this browser kept it, if it is not better known already. */
  restore(kept: Confirmed): void {
    const cell = this.cell(kept.row.conversation);
    const known = cell.confirmed.peek();
    if (known?.events) return;
    const candidate = this.#catchUp(kept);
    if (known && known.row.state.version > candidate.row.state.version) return;
    this.#meet([kept.row.customer]);
    cell.confirmed.value = candidate;
    this.#touch([kept.row.conversation]);
  }

  merge({ row, events, customer }: Omit<ConversationAnswer, keyof Stamp>): void {
    const cell = this.cell(row.conversation);
    this.#meet([row.customer]);
    const candidate = this.#catchUp({ row, events, customer });
    const known = cell.confirmed.peek();
    if (known?.events && !cell.isStale && known.row.state.version > candidate.row.state.version) return;
    batch(() => {
      cell.confirmed.value = candidate;
      cell.problem.value = null;
      cell.staleSince.value = null;
      this.#touch([row.conversation]);
    });
  }

  /** There is no such conversation, or not for us any more. */
  remove(id: string): void {
    const cell = this.cell(id);
    batch(() => {
      cell.confirmed.value = null;
      cell.staleSince.value = null;
      cell.problem.value = { status: 'missing' };
      this.#touch([id]);
    });
  }

  showPending(outbox: Outbox): void {
    const pending = new Map<string, Entry[]>();
    for (const entry of outbox) {
      const { conversation, decided } = entry;
      if (!decided) pending.set(conversation, [...(pending.get(conversation) ?? []), entry]);
    }
    const now = [...new Set([...pending.keys(), ...this.#waiting])];
    this.#waiting = new Set(pending.keys());
    batch(() => {
      for (const id of now) {
        const cell = this.cell(id);
        const entries = pending.get(id) ?? [];
        const before = cell.pending.peek();
        if (entries.length === before.length && entries.every((entry, at) => entry === before[at])) continue;
        cell.pending.value = entries;
        this.#touch([id]);
      }
    });
  }

  showRefused(cards: readonly Refused[]): void {
    const known = new Set(this.refused.peek().map(({ id }) => id));
    this.#setRefused([...this.refused.peek(), ...cards.filter(({ id }) => !known.has(id))]);
  }

  dismiss(id: string): void {
    this.#setRefused(this.refused.peek().filter((card) => card.id !== id));
  }

  /** Events were missed. What somebody looks at stays on the screen until its snapshot is there. */
  markStale(): void {
    this.#recent = [];
    const now = this.#world.clock.now();
    for (const cell of this.#cells.values()) {
      if (!cell.opened) cell.confirmed.value = null;
      cell.staleSince.value = cell.confirmed.peek() === null ? null : (cell.staleSince.peek() ?? now);
    }
    this.#touch(this.#cells.keys());
  }

  /** Another history: nothing that was known holds. */
  forget(): void {
    this.#recent = [];
    for (const cell of this.#cells.values()) {
      cell.confirmed.value = null;
      cell.problem.value = null;
      cell.staleSince.value = null;
    }
    this.#customers.clear();
    this.#touch(this.#cells.keys());
  }

  #setRefused(refused: readonly Refused[]): void {
    const places = new Set([...this.refused.peek(), ...refused].map(({ conversation }) => conversation));
    batch(() => {
      this.refused.value = refused;
      for (const id of places) this.cell(id).refused.value = refused.filter(({ conversation }) => conversation === id);
      this.#touch(places);
    });
  }

  #touch(ids: Iterable<string>): void {
    for (const id of ids) for (const changed of this.#watchers) changed.add(id);
    this.changes.value = this.changes.peek() + 1;
  }

  /** Our state after an event against the server's: both run the same rules, so a difference is a fault of somebody. */
  #compare({ conversation, event, digest }: StoredEvent, { lacking, diverged }: Applied): void {
    const cell = this.cell(conversation);
    const state = cell.confirmed.peek()?.row.state;
    if (digest === undefined || !state || state.version !== event.version) return;
    const got = this.#world.digest(state);
    if (got === null || got === digest) return;
    cell.staleSince.value ??= this.#world.clock.now();
    lacking.add(conversation);
    diverged.push({ conversation, version: event.version, expected: digest, got, state });
  }

  #take(stored: StoredEvent): boolean {
    if (this.#world.outdated.peek()) return false;
    const cell = this.cell(stored.conversation);
    if (cell.isStale) return true;
    const known = cell.confirmed.peek() ?? this.#born(stored);
    const next = known && this.#confirm(known, stored);
    if (!next || next === 'gap') return false;
    cell.confirmed.value = next;
    return stored.event.fact.type !== 'identified' || !cell.opened;
  }

  #born({ conversation, event }: StoredEvent): Confirmed | null {
    const { me, rules } = this.#world;
    const self = me.peek();
    if (event.version !== 1 || event.fact.type !== 'started') return null;
    const id = event.fact.customer;
    const name = id === self?.actor.id ? self.name : this.#customers.get(id);
    return name === undefined ? null : blank(rules, conversation, { id, name });
  }

  #catchUp(snapshot: Confirmed): Confirmed {
    if (this.#world.outdated.peek()) return snapshot;
    return this.#recent
      .filter((stored) => stored.conversation === snapshot.row.conversation)
      .reduce((known, stored) => {
        const next = this.#confirm(known, stored);
        return next === 'gap' ? known : next;
      }, snapshot);
  }

  #confirm(known: Confirmed, stored: StoredEvent): Confirmed | 'gap' {
    const { me, rules } = this.#world;
    const reader = me.peek()?.actor;
    const next = reader ? confirm(rules, known, stored, reader) : 'gap';
    const isSomebody = next !== 'gap' && next !== known && stored.event.fact.type === 'identified';
    return isSomebody ? this.#ofItsCustomer(next) : next;
  }

  /** What there is to know about whom it turned out to be is to be asked for. */
  #ofItsCustomer(known: Confirmed): Confirmed {
    const { row } = known;
    const id = row.state.customer;
    return {
      ...known,
      row: { ...row, customer: { id, name: this.#customers.get(id) ?? row.customer.name } },
      customer: null,
    };
  }

  #meet(customers: readonly Customer[]): void {
    for (const { id, name } of customers) this.#customers.set(id, name);
  }
}
