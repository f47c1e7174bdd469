// All the conversations that this client knows of, at one position of the server's log.
import { batch, signal } from '@preact/signals-core';
import { Cell, type World } from './cell';
import type { Refused } from './model';
import type { Entry } from './outbox';
import type { ConversationAnswer, Customer, Patch, Row, StoredEvent } from './protocol';
import { asOf, blank, type Confirmed, confirm } from './replica';

export class Conversations {
  /** Everything up to here has been taken in, for every conversation that is known. */
  position = 0;

  readonly #world: World;
  readonly #cells = new Map<string, Cell>();
  readonly #size = signal(0);
  readonly #customers = new Map<string, string>();
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
    if (this.#size.value === 0) return [];
    return [...this.#cells.values()].flatMap((cell) => cell.predicted.value?.row ?? []);
  }

  /** What somebody looks at, as far as the server can tell of it. */
  wanted(): string[] {
    return [...this.#cells].filter(([, cell]) => cell.opened && !cell.isOurs).map(([id]) => id);
  }

  nameOfCustomer(id: string): string | undefined {
    return this.#customers.get(id);
  }

  /** Takes in a patch that follows on `position`. Answers with the conversations that only a snapshot can tell of. */
  apply(patch: Patch): Set<string> {
    const lacking = new Set<string>();
    this.#meet(patch.customers);
    for (const stored of patch.events) {
      if (stored.position <= this.position) continue;
      if (this.#snapshotsUnderWay > 0) this.#recent.push(stored);
      if (!this.#take(stored)) lacking.add(stored.conversation);
    }
    this.position = Math.max(this.position, patch.position);
    this.#count();
    return lacking;
  }

  /** Keeps events for a snapshot that is asked for now, until the function that it returns is called. */
  record(): () => void {
    this.#snapshotsUnderWay += 1;
    return () => {
      this.#snapshotsUnderWay -= 1;
      if (this.#snapshotsUnderWay === 0) this.#recent = [];
    };
  }

  /** Rows of a list. What is known already is kept right by the patches. */
  mergeRows(rows: readonly Row[]): void {
    batch(() => {
      for (const row of rows) {
        const { confirmed } = this.cell(row.conversation);
        this.#meet([row.customer]);
        if (!confirmed.peek()) confirmed.value = this.#catchUp({ row, events: null, customer: null });
      }
      this.#count();
    });
  }

  merge({ row, events, customer }: ConversationAnswer): void {
    const cell = this.cell(row.conversation);
    this.#meet([row.customer]);
    const snapshot = { row, events, customer };
    const { rules, outdated } = this.#world;
    const candidate = this.#catchUp(outdated.peek() ? snapshot : asOf(rules, this.position, snapshot));
    const known = cell.confirmed.peek();
    if (known?.events && !cell.stale && known.row.state.version > candidate.row.state.version) return;
    batch(() => {
      cell.confirmed.value = candidate;
      cell.problem.value = null;
      this.#count();
    });
    cell.stale = false;
  }

  showPending(entries: readonly Entry[]): void {
    const pending = entries.filter((entry) => !entry.decided);
    batch(() => {
      for (const { conversation } of pending) this.cell(conversation);
      for (const [id, cell] of this.#cells) {
        const before = cell.pending.peek();
        const now = pending.filter(({ conversation }) => conversation === id);
        if (now.length !== before.length || now.some((entry, i) => entry !== before[i])) cell.pending.value = now;
      }
      this.#count();
    });
  }

  showRefused(cards: readonly Refused[]): void {
    for (const card of cards) {
      const { refused } = this.cell(card.conversation);
      refused.value = [...refused.peek(), card];
    }
    this.#count();
  }

  dismiss(n: number): void {
    for (const { refused } of this.#cells.values())
      if (refused.peek().some((card) => card.n === n)) refused.value = refused.peek().filter((card) => card.n !== n);
  }

  /** Events were missed. What somebody looks at stays on the screen until its snapshot is there. */
  markStale(): void {
    this.#recent = [];
    for (const cell of this.#cells.values()) {
      if (!cell.opened) cell.confirmed.value = null;
      cell.stale = cell.confirmed.peek() !== null;
    }
  }

  /** Another history: nothing that was known holds. */
  forget(): void {
    for (const cell of this.#cells.values()) {
      cell.confirmed.value = null;
      cell.problem.value = null;
      cell.stale = false;
    }
    this.#customers.clear();
  }

  dismissAll(): void {
    for (const { refused } of this.#cells.values()) refused.value = [];
  }

  /** Tells the lists of cells that were added. */
  #count(): void {
    this.#size.value = this.#cells.size;
  }

  #take(stored: StoredEvent): boolean {
    if (this.#world.outdated.peek()) return false;
    const cell = this.cell(stored.conversation);
    if (cell.stale) return true;
    const known = cell.confirmed.peek() ?? this.#born(stored);
    const next = known && this.#confirm(known, stored);
    if (!next || next === 'gap') return false;
    cell.confirmed.value = next;
    return true;
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
    return reader ? confirm(rules, known, stored, reader) : 'gap';
  }

  #meet(customers: readonly Customer[]): void {
    for (const { id, name } of customers) this.#customers.set(id, name);
  }
}
