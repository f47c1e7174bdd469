// Keeps this client and the server together: the stream, the snapshots and the outbox, over one history.
import { batch, computed, signal } from '@preact/signals-core';
import { whyNotLoaded } from '../rules/words';
import { Conversations } from './conversations';
import { newId } from './id';
import type { Inbox } from './inbox';
import { Link } from './link';
import type { NextCustomer, StoreOptions } from './model';
import { add, emptyOutbox, type Intent, nextBatch, type Outbox, renumber, settle, unsee } from './outbox';
import type { ConversationAnswer, Envelope, GapAnswer, Me, MeAnswer, Patch, PatchAnswer, Stamp } from './protocol';
import { Sender } from './sender';
import { Snapshots } from './snapshots';
import type { Answer } from './transport';

export class Sync {
  readonly me = signal<Me | null>(null);
  readonly outbox = signal(emptyOutbox(newId()));
  readonly next = signal<NextCustomer | null>(null);
  readonly outdated = computed(() => this.#serverRules.value !== null && this.#serverRules.value !== this.#ourRules);
  readonly conversations: Conversations;
  readonly snapshots: Snapshots;
  readonly link: Link;
  /** The lists that are kept. */
  readonly lists: Inbox[] = [];

  readonly #ourRules: string;
  readonly #serverRules = signal<string | null>(null);
  readonly #sender: Sender;
  readonly #loading = new Set<string>();
  #epoch: string | null = null;
  #person: string | null = null;
  #begun = false;
  #begins = 0;

  constructor({ rules, transport, clock }: StoreOptions) {
    this.#ourRules = rules.rulesId;
    this.conversations = new Conversations({ rules, clock, me: this.me, outdated: this.outdated });
    this.snapshots = new Snapshots(transport, {
      record: () => this.conversations.record(),
      accepts: (stamp) => this.#accepts(stamp),
      signedOut: () => this.#signedOut(),
    });
    this.link = new Link(transport, clock, {
      begin: (answer) => this.#begin(answer),
      me: (answer) => this.#meet(answer),
      recovered: () => this.#tryAgain(),
      patch: (answer) => this.#patch(answer),
      resync: () => this.restart(),
      signedOut: () => this.#signedOut(),
      streamPath: () => `stream?after=${this.conversations.position}&client=${this.outbox.peek().client}`,
    });
    this.#sender = new Sender(transport, {
      envelope: () => this.#envelope(),
      answered: (answer, envelope) => this.#answered(answer, envelope),
    });
    void this.link.start();
  }

  /** Queues a command, draws it, and sends it. */
  ask(intent: Intent): void {
    this.#setOutbox(add(this.outbox.peek(), intent));
    void this.#sender.send();
  }

  /** The history of a conversation; again if it fails. */
  async load(id: string): Promise<void> {
    if (!this.snapshots.isOpen) return;
    // Without rules to evolve it by, each change asks for the whole.
    if (this.#loading.has(id) && !this.outdated.peek()) return;
    this.#loading.add(id);
    const { problem } = this.conversations.cell(id);
    await this.snapshots.get<ConversationAnswer>(`conversations/${id}`, {
      take: (answer) => this.conversations.merge(answer),
      fail: (status) => {
        problem.value = status === 404 ? { status: 'missing' } : { status: 'failed', why: whyNotLoaded(status) };
        return status === 404 || status === 403 ? 'leave it' : 'again';
      },
    });
    this.#loading.delete(id);
  }

  /** Events may have been missed: everything is asked for again, from wherever the server is now. */
  restart(): void {
    this.#pause();
    this.conversations.markStale();
    void this.link.start();
  }

  reset(): void {
    this.#pause();
    batch(() => {
      this.conversations.forget();
      this.me.value = null;
      this.link.state.value = { state: 'connecting' };
    });
    void this.link.start();
  }

  wake(): void {
    this.link.wake();
    this.#tryAgain();
  }

  close(): void {
    this.#pause();
    this.link.close();
    this.#sender.close();
  }

  #tryAgain(): void {
    this.snapshots.wake();
    this.#sender.wake();
  }

  #pause(): void {
    this.#begun = false;
    this.snapshots.close();
    this.#loading.clear();
  }

  #signedOut(): void {
    this.#pause();
    this.link.signedOut();
  }

  #begin(answer: MeAnswer): void {
    batch(() => {
      this.#leaveBehind(answer);
      this.conversations.position = answer.position;
      this.#serverRules.value = answer.rules_id;
      this.me.value = answer.me;
    });
    this.#begun = true;
    void this.#loadAll(++this.#begins);
  }

  /** What is pending is sent first: a snapshot may hold what it led to, and would show it a second time. */
  async #loadAll(begin: number): Promise<void> {
    await this.#sender.send();
    if (!this.#begun || begin !== this.#begins) return;
    this.snapshots.open();
    for (const list of this.lists) void list.load();
    for (const id of this.conversations.wanted()) void this.load(id);
  }

  /** What does not hold for this person, or in this history. */
  #leaveBehind({ epoch, me }: MeAnswer): void {
    const outbox = this.outbox.peek();
    const otherPerson = this.#person !== null && this.#person !== me.actor.id;
    const otherHistory = this.#epoch !== null && this.#epoch !== epoch;
    this.#person = me.actor.id;
    this.#epoch = epoch;
    if (otherPerson || otherHistory) this.conversations.forget();
    if (otherPerson) this.conversations.dismissAll();
    if (otherPerson || (otherHistory && outbox.entries.length === 0))
      this.#setOutbox(emptyOutbox(newId(), outbox.last));
    // The pending ones go out under their old numbers once more: only the server knows what it has of them.
    else if (otherHistory) this.#setOutbox(unsee(outbox));
  }

  #meet(answer: MeAnswer): void {
    if (this.#accepts(answer)) this.me.value = answer.me;
  }

  #patch({ patch, ...answer }: PatchAnswer): void {
    if (!this.#accepts(answer)) this.#settle(patch);
    else if (answer.resync) {
      this.#settle(patch);
      this.restart();
    } else if (patch.from > this.conversations.position) this.link.reopen();
    else this.#apply(patch);
  }

  #apply(patch: Patch): void {
    const lacking = batch(() => {
      this.#settle(patch);
      return this.conversations.apply(patch);
    });
    for (const id of lacking) void this.load(id);
  }

  #settle(patch: Patch): void {
    const { outbox, refused, next } = settle(this.outbox.peek(), patch);
    batch(() => {
      this.next.value = next.at(-1) ?? this.next.peek();
      this.#setOutbox(outbox);
      this.conversations.showRefused(refused);
    });
  }

  #setOutbox(outbox: Outbox): void {
    batch(() => {
      this.outbox.value = outbox;
      this.conversations.showPending(outbox.entries);
    });
  }

  #envelope(): Envelope | null {
    const outbox = this.outbox.peek();
    if (!this.#begun || outbox.entries.length === 0) return null;
    const after = this.conversations.position;
    return { client: outbox.client, rules_id: this.#ourRules, after, commands: nextBatch(outbox) };
  }

  #answered({ status, body }: Answer, { commands }: Envelope): boolean {
    if (status === 0) this.link.doubt();
    if (status === 401) this.#signedOut();
    // Another principal has this name; it was never ours.
    if (status === 403) this.#renumber();
    if (status !== 200 || !body) return false;
    const answer = body as PatchAnswer | GapAnswer;
    if ('patch' in answer) {
      this.#patch(answer);
      return true;
    }
    // Nothing from `expected` on was run. If that is before our first, this server does not know this client.
    const first = commands[0];
    if (!this.#accepts(answer) || !first || answer.expected >= first.n) return false;
    this.#renumber();
    return true;
  }

  #renumber(): void {
    this.#setOutbox(renumber(this.outbox.peek(), newId()));
  }

  #accepts({ epoch, rules_id }: Stamp): boolean {
    if (epoch !== this.#epoch) {
      this.restart();
      return false;
    }
    this.#serverRules.value = rules_id;
    return true;
  }
}
