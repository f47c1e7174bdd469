// What was asked for here, in whichever tab, on its way to the server: drawn at once, kept, and sent by the tab that
// leads, until the server has said what came of it.
import { batch, signal } from '@preact/signals-core';
import type { Conversations } from './conversations';
import { newId } from './id';
import type { Keeper } from './keeper';
import type { Included, Kept, Waiting } from './kept';
import type { NextCustomer } from './model';
import {
  type Entry,
  entryOf,
  type Intent,
  join,
  type Numbered,
  nextBatch,
  number,
  type Outbox,
  type Settled,
  settle,
  unsee,
} from './outbox';
import type { Envelope, GapAnswer, Patch, PatchAnswer, Reached } from './protocol';
import { Sender } from './sender';
import type { Answer, Transport } from './transport';

/** A tab that kept a command may have died before it could tell: so often the one that sends looks for such. */
const lookAround_ms = 10_000;

export type OutgoingWhisper =
  | { type: 'queued'; entry: Entry }
  /** What was asked as `from` is asked as `to`; the whole outbox is so now. What comes of it is told after this. */
  | { type: 'renumbered'; from: string; to: string; outbox: Outbox };

export interface OutgoingParts {
  readonly keeper: Keeper;
  readonly conversations: Conversations;
  readonly transport: Transport;
  /** Once the kept outbox is known. */
  readonly started: Promise<void>;
  /** In which this tab leads, or has led. */
  term(): string;
  /** Once what was heard so far is kept. */
  written(): Promise<unknown>;
  /** What a command is sent with; null: it is not for this tab to send, or not now. */
  heading(): Omit<Envelope, 'client' | 'ack' | 'commands'> | null;
  /** Whether the answer is of the history that we follow. */
  accepts(answer: PatchAnswer | GapAnswer): boolean;
  patch(answer: PatchAnswer): void;
  signedOut(): void;
  unreachable(): void;
  renamed(): void;
  post(whisper: OutgoingWhisper): void;
}

export class Outgoing {
  readonly outbox = signal<Outbox>([]);
  readonly next = signal<NextCustomer | null>(null);
  readonly #parts: OutgoingParts;
  readonly #sender: Sender;
  /** Up to which of its numbers the server has decided what a client asked for. */
  readonly #reached = new Map<string, number>();
  /** The last command whose effect is in the snapshot of a conversation. */
  readonly #included = new Map<string, Numbered>();
  /** Up to which of its numbers what came of a client's commands is kept. */
  readonly #kept = new Map<string, number>();
  #queueing: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly #lookAround: ReturnType<typeof setInterval>;

  constructor(parts: OutgoingParts) {
    this.#parts = parts;
    this.#lookAround = setInterval(() => parts.heading() && this.reread(), lookAround_ms);
    this.#sender = new Sender(parts.transport, {
      envelope: () => this.#envelope(),
      answered: (answer, envelope) => this.#answered(answer, envelope),
    });
  }

  /** Draws them, keeps them, and sends them. */
  ask(...intents: readonly Intent[]): void {
    const entries = intents.map((intent) => entryOf(newId(), intent));
    this.set([...this.outbox.peek(), ...entries]);
    this.#queueing = Promise.all([this.#queueing, this.#queue(entries)]);
  }

  send(): Promise<void> {
    return this.#sender.send();
  }

  wake(): void {
    this.#sender.wake();
    void this.#sender.send();
  }

  /** Once everything that was asked for is kept. */
  async queued(): Promise<void> {
    for (let last = null; last !== this.#queueing; ) {
      last = this.#queueing;
      await last;
    }
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#lookAround);
    this.#sender.close();
  }

  hear(whisper: OutgoingWhisper): void {
    if (whisper.type === 'queued') this.#hearQueued(whisper.entry);
    else this.#hearRenumbered(whisper);
  }

  /** The server has decided what this client asked for, up to n. */
  reach(client: string, n: number): void {
    this.#reached.set(client, Math.max(n, this.#reached.get(client) ?? 0));
  }

  settle(patch: Patch): Settled {
    const settled = settle(this.outbox.peek(), patch);
    if (patch.client !== null) this.reach(patch.client, patch.last_command);
    batch(() => {
      this.next.value = settled.next.at(-1) ?? this.next.peek();
      this.set(settled.outbox);
      this.#parts.conversations.showRefused(settled.refused);
    });
    return settled;
  }

  /** A snapshot has the effect of what was asked so far: that is not to be drawn a second time. */
  decided({ last_command = 0 }: Reached, conversations: readonly string[]): void {
    const { client } = this.#parts.keeper;
    this.#include(conversations.map((conversation) => ({ conversation, client, n: last_command })));
  }

  /** Likewise, of what this browser has kept of these. */
  included({ reached, included }: Pick<Kept<unknown>, 'reached' | 'included'>, conversations: readonly string[]): void {
    this.#include([...included, ...conversations.map((conversation) => ({ conversation, ...reached }))]);
  }

  #include(all: readonly Included[]): void {
    for (const { conversation, client, n } of all) {
      const known = this.#included.get(conversation);
      if (known?.client !== client || known.n < n) this.#included.set(conversation, { client, n });
    }
    this.set(this.outbox.peek());
  }

  /** Up to which commands what is known of these conversations goes, as far as snapshots have told. */
  includedIn(conversations: readonly string[]): Included[] {
    return conversations.flatMap((conversation) => {
      const known = this.#included.get(conversation);
      return known ? [{ conversation, ...known }] : [];
    });
  }

  /** What came of these is kept: the server may forget it. */
  acknowledge(answered: Outbox): void {
    for (const { number: of } of answered)
      if (of) this.#kept.set(of.client, Math.max(of.n, this.#kept.get(of.client) ?? 0));
  }

  /** Of another history: the server may know the numbers, but what was seen counts for nothing. */
  unsee(): void {
    this.#included.clear();
    this.#reached.clear();
    this.set(unsee(this.outbox.peek()));
  }

  set(entries: Outbox): void {
    const isIncluded = ({ conversation, number: of, decided }: Entry) => {
      const included = this.#included.get(conversation);
      return !decided && of !== null && of.client === included?.client && of.n <= included.n;
    };
    const outbox = entries.map((entry) => (isIncluded(entry) ? { ...entry, decided: true } : entry));
    batch(() => {
      this.outbox.value = outbox;
      this.#parts.conversations.showPending(outbox);
    });
  }

  /** What is kept, together with what is not yet. */
  take({ client, reached, outbox, refused }: Waiting): void {
    this.reach(client, reached);
    this.set(join(outbox, this.outbox.peek()));
    this.#parts.conversations.showRefused(refused);
  }

  /** As it is kept: other tabs put into it, and other leaders took out of it. */
  reread(): Promise<void> {
    return this.rereadWith(
      () => this.#parts.keeper.waiting(),
      () => {},
    );
  }

  /** Together with what else is read, which `use` takes in at the same moment: the numbers are the same in both. */
  async rereadWith<T extends Waiting>(read: () => Promise<T | null>, use: (kept: T) => void): Promise<void> {
    await this.#parts.written();
    const known = new Set(this.outbox.peek().flatMap(({ id, number: of }) => (of ? [id] : [])));
    const { keeper, renamed } = this.#parts;
    const before = keeper.client;
    const waiting = await read();
    if (!waiting || this.#closed) return;
    const now = this.outbox.peek();
    const present = new Set(now.map(({ id }) => id));
    // What has been answered or numbered in the meantime is not to be undone.
    const isNews = ({ id, number: of }: Entry) =>
      !known.has(id) && !(of && of.n > waiting.reached && this.#isPassed(of));
    const kept = waiting.outbox
      .filter((entry) => present.has(entry.id) || isNews(entry))
      .map((entry) => (entry.number && this.#isPassed(entry.number) ? { ...entry, decided: true } : entry));
    batch(() => {
      this.set(now.filter(({ id }) => !known.has(id)));
      this.take({ ...waiting, outbox: kept });
      use(waiting);
    });
    if (keeper.client !== before) renamed();
    void this.#sender.send();
  }

  #hearQueued(entry: Entry): void {
    const { keeper } = this.#parts;
    const { number: given } = entry;
    // Without a storage of its own, a tab that leads sends whatever the others have kept.
    const isOurs = given?.client === keeper.client || keeper.state.peek() === 'memory';
    if (given && isOurs && !this.#isPassed(given)) {
      this.set(join(this.outbox.peek(), [entry]));
      void this.#sender.send();
    } else void this.reread();
  }

  // At once: the next that is heard may be what came of it under its new number.
  #hearRenumbered({ from, to, outbox }: { from: string; to: string; outbox: Outbox }): void {
    const { keeper } = this.#parts;
    if (keeper.client === from) {
      keeper.rename(to);
      this.set(join(outbox, this.outbox.peek()));
    }
    void this.reread();
  }

  async #queue(entries: readonly Entry[]): Promise<void> {
    const { keeper, started } = this.#parts;
    await started;
    const numbered = await keeper.queue(entries);
    if (this.#closed) return;
    for (const entry of numbered) this.#parts.post({ type: 'queued', entry });
    if (numbered.some((entry) => this.#isPassed(entry.number) || entry.number.client !== keeper.client))
      return this.reread();
    this.set(number(this.outbox.peek(), new Map(numbered.map((entry) => [entry.id, entry.number]))));
    void this.#sender.send();
  }

  /** What came of it was told before this tab knew its number. */
  #isPassed({ client, n }: Numbered): boolean {
    return n <= (this.#reached.get(client) ?? 0);
  }

  #envelope(): Envelope | null {
    const heading = this.#closed ? null : this.#parts.heading();
    const next = heading && nextBatch(this.outbox.peek());
    return next && { ...next, ...heading, ack: this.#kept.get(next.client) ?? 0 };
  }

  async #answered({ status, body }: Answer, { client, commands }: Envelope): Promise<boolean> {
    const { accepts, patch, signedOut, unreachable } = this.#parts;
    if (!this.#parts.heading()) return false;
    if (status === 0) unreachable();
    if (status === 401) signedOut();
    // Another principal has this name; it was never ours.
    if (status === 403) await this.#renumber(client);
    if (status !== 200 || !body) return false;
    const answer = body as PatchAnswer | GapAnswer;
    if (!accepts(answer)) return false;
    if ('patch' in answer) {
      patch(answer);
      return true;
    }
    // Another tab may have queued what is missing. If none has, this server does not know this client.
    await this.reread();
    const next = nextBatch(this.outbox.peek());
    const [first, sent] = [next?.commands[0], commands[0]];
    if (next?.client !== client || !first || !sent) return true;
    if (first.n >= sent.n && answer.expected < first.n) await this.#renumber(client);
    // The same numbers get the same answer: not at once.
    return first.n !== sent.n || answer.expected < first.n;
  }

  async #renumber(from: string): Promise<void> {
    const { keeper, term, post } = this.#parts;
    await this.reread();
    const renumbered = await keeper.renumber(term(), this.outbox.peek(), from);
    if (renumbered) {
      const unkept = this.outbox.peek().filter((entry) => entry.number === null);
      this.set(join(renumbered.outbox, unkept));
      post({ type: 'renumbered', from, ...renumbered });
    }
    // The stream is to tell of this client from now on.
    this.#parts.renamed();
  }
}
