// Keeps this tab, the other tabs of its browser and the server together: the stream, the snapshots and the outbox, over
// one history. The tab that leads hears the server, keeps what it hears, and then tells the others.
import { batch, computed, effect, signal } from '@preact/signals-core';
import { Conversations } from './conversations';
import { Drafts } from './drafts';
import { Histories } from './histories';
import { Journal, type Write } from './journal';
import { Keeper } from './keeper';
import type { Head, Saved } from './kept';
import { Link } from './link';
import { Lists } from './lists';
import type { StoreOptions } from './model';
import { freshness, type News, type Whisper } from './news';
import { Outgoing } from './outgoing';
import type { Me, MeAnswer, PatchAnswer, Stamp } from './protocol';
import { Restorer } from './restorer';
import { ServerClock } from './server_clock';
import { Snapshots } from './snapshots';
import { Tabs } from './tabs';

export class Sync {
  readonly me = signal<Me | null>(null);
  readonly outdated = computed(
    () => this.#serverRules.value !== null && this.#serverRules.value !== this.#options.rules.rulesId,
  );
  readonly fresh = computed(() => freshness(this.link.state.value));
  readonly conversations: Conversations;
  readonly snapshots: Snapshots;
  readonly link: Link;
  readonly keeper: Keeper;
  readonly drafts: Drafts;
  readonly outgoing: Outgoing;
  readonly lists: Lists;
  readonly histories: Histories;
  readonly journal: Journal;
  readonly clock: ServerClock;

  readonly #options: StoreOptions;
  readonly #serverRules = signal<string | null>(null);
  readonly #tabs: Tabs<News | Whisper>;
  readonly #restorer: Restorer;
  #epoch: string | null = null;
  #heardAt: number | null = null;
  #leads = false;
  #terms = 0;
  /** The server has said who we are, and of which history. */
  #begun = false;
  #begins = 0;
  /** How often what this tab knows began anew. */
  #beginnings = 0;
  /** What was heard so far does not lead to what the server has. */
  #missed = true;
  #closed = false;

  constructor(options: StoreOptions) {
    const { rules, transport, keep } = options;
    this.clock = new ServerClock(options.clock);
    this.#options = options;
    const ports = keep?.ports ?? null;
    this.keeper = new Keeper(keep && ports ? keep.name : null);
    this.#tabs = new Tabs(keep?.name ?? '', ports, {
      lead: () => void this.#lead(),
      follow: () => this.#follow(),
      hear: (message) => this.#hear(message),
    });
    this.link = new Link(transport, this.clock, {
      begin: (answer) => this.#begin(answer),
      me: (answer) => this.#accepts(answer) && this.#take({ type: 'me', answer }),
      recovered: () => this.#tryAgain(),
      patch: (answer) => this.#hearPatch(answer),
      resync: () => this.restart(),
      signedOut: () => this.#signedOut(),
      changed: (connection) => this.#take({ type: 'connection', connection }),
      heardAt: () => this.#heardAt,
      streamPath: () => `stream?after=${this.conversations.position}&client=${this.keeper.client}`,
    });
    const { me, clock, outdated, fresh } = this;
    this.conversations = new Conversations({ rules, clock, me, outdated, fresh });
    this.snapshots = new Snapshots(transport, {
      record: () => this.conversations.record(),
      accepts: (stamp) => this.#accepts(stamp),
      signedOut: () => this.#signedOut(),
      client: () => this.keeper.client,
    });
    this.drafts = new Drafts({
      save: (draft) => {
        void this.keeper.draft(draft);
        this.#tabs.post({ type: 'draft', draft });
      },
    });
    const started = new Promise<void>((done) => queueMicrotask(() => done(this.#start())));
    const written = () => this.journal.written;
    const { keeper, conversations, snapshots } = this;
    this.outgoing = new Outgoing({
      ...{ keeper, conversations, transport, tab: this.#tabs.id, started, written },
      heading: () => this.#heading(),
      accepts: (answer) => this.#accepts(answer),
      patch: (answer) => this.#hearPatch(answer),
      signedOut: () => this.#signedOut(),
      unreachable: () => this.link.doubt(),
      renamed: () => this.link.doubt(),
      post: (whisper) => this.#tabs.post(whisper),
    });
    const { outgoing } = this;
    const journal = new Journal({ keeper, conversations, outgoing, tab: this.#tabs.id, head: () => this.#head() });
    this.journal = journal;
    this.lists = new Lists({
      ...{ me, fresh, snapshots, conversations },
      covered: (list, coverage, rows, answer) => {
        outgoing.decided(answer, rows);
        journal.keep(rows, { [list]: coverage });
      },
    });
    const beginnings = () => this.#beginnings;
    const restorer = new Restorer({ keeper, conversations, outgoing, written, beginnings });
    this.#restorer = restorer;
    const missed = () => this.#missed;
    this.histories = new Histories({ conversations, outgoing, snapshots, journal, restorer, outdated, missed });
  }

  dismiss(id: string): void {
    this.conversations.dismiss(id);
    void this.keeper.dismiss(id);
    this.#tabs.post({ type: 'dismissed', id });
  }

  /** Events may have been missed: everything is asked for again, from wherever the server is now. */
  restart(): void {
    this.#missed = true;
    this.#pause();
    if (this.#leads) void this.link.start();
  }

  reset(): void {
    if (this.#leads) {
      this.#take({ type: 'connection', connection: { state: 'connecting', since: this.#heardAt } });
      this.restart();
    } else this.#tabs.post({ type: 'reset' });
  }

  wake(): void {
    this.link.doubt(); // What is open may be dead and not know it.
    this.link.wake();
    this.#tryAgain();
  }

  #tryAgain(): void {
    this.snapshots.wake();
    this.outgoing.wake();
  }

  close(): void {
    this.drafts.save();
    this.#closed = true;
    this.#pause();
    this.#tabs.close();
    this.link.close();
    this.outgoing.close();
    this.keeper.close();
  }

  async #start(): Promise<void> {
    const saved = await this.keeper.load();
    if (this.#closed) return;
    batch(() => {
      this.outgoing.take(saved);
      this.#restore(saved);
    });
    // Where nothing is kept, there is nothing to share: this tab goes on alone.
    effect(() => {
      if (this.keeper.state.value === 'memory') queueMicrotask(() => this.#alone());
    });
    if (this.keeper.state.peek() === 'kept') {
      this.#tabs.start();
      this.#tabs.post({ type: 'hello' });
    }
    void this.#restorer.rest(saved);
  }

  #alone(): void {
    if (!this.#tabs.leads) this.#tabs.close(); // Who leads goes on telling those that follow.
    if (this.#closed) return;
    if (this.#leads) this.link.doubt();
    else void this.#lead();
  }

  #restore(saved: Saved): void {
    const { head, lists, rows, drafts } = saved;
    for (const draft of drafts) this.drafts.take(draft);
    if (head && this.#isOurs(head.me)) {
      this.#epoch = head.epoch;
      this.#heardAt = head.heard_at;
      this.#missed = false;
      this.conversations.position = head.position;
      this.me.value = head.me;
      this.clock.take(head);
      if (this.link.state.peek().state === 'connecting')
        this.link.state.value = { state: 'connecting', since: head.heard_at };
      const reached = { client: saved.client, n: saved.reached };
      this.outgoing.included({ reached, included: saved.included }, this.conversations.mergeRows(rows));
      this.lists.restore(lists);
    }
    void this.#loadAll(++this.#begins);
  }

  async #lead(): Promise<void> {
    const term = ++this.#terms;
    await this.keeper.lead(this.#tabs.id);
    await this.outgoing.reread();
    if (this.#closed || term !== this.#terms) return;
    this.#leads = true;
    this.#tabs.post({ type: 'leads', connection: this.link.state.peek() });
    void this.link.start();
  }

  #follow(): void {
    this.#terms += 1;
    this.#leads = false;
    this.#begun = false;
    this.link.close();
    void this.#catchUp(); // The next leader may have spoken before this one knew of it.
  }

  #hear(message: News | Whisper): void {
    switch (message.type) {
      case 'hello':
        if (this.#leads) this.#tabs.post({ type: 'leads', connection: this.link.state.peek() });
        break;
      case 'leads':
        if (this.#leads) break;
        this.link.state.value = message.connection;
        void this.outgoing.reread();
        break;
      case 'queued':
      case 'renumbered':
        this.outgoing.hear(message);
        break;
      case 'dismissed':
        this.conversations.dismiss(message.id);
        break;
      case 'draft':
        this.drafts.take(message.draft);
        break;
      case 'reset':
        if (this.#leads) this.reset();
        break;
      default:
        if (!this.#leads) this.#apply(message);
    }
  }

  #pause(): void {
    this.#begun = false;
    this.#dropAnswers();
  }

  #signedOut(): void {
    if (this.#leads) {
      this.#pause();
      this.link.signedOut();
    } else this.#tabs.post({ type: 'reset' });
  }

  #begin(answer: MeAnswer): void {
    const { epoch, position, me } = answer;
    if (!this.#isOurs(me)) {
      // Not ours to send or to show; the page opens what belongs to them.
      this.close();
      this.me.value = me;
      return;
    }
    const goesOn = !this.#missed && epoch === this.#epoch && position >= this.conversations.position;
    this.#take({ type: goesOn ? 'me' : 'begin', answer });
    this.#begun = true;
    void this.#loadAll(++this.#begins);
  }

  /** What is pending is sent first, so that a snapshot need not be told apart from it. */
  async #loadAll(begin: number): Promise<void> {
    if (this.#leads) await this.outgoing.send();
    if (begin !== this.#begins || this.#closed || this.#missed) return;
    this.snapshots.open();
    this.lists.load();
    for (const id of this.conversations.wanted()) void this.histories.load(id);
  }

  /** The leader has heard something: it is drawn, kept, and then told to the other tabs. */
  #take(news: News): void {
    const write = this.#apply(news);
    this.journal.add(async () => {
      if ((await write?.()) === 'not leading') this.#tabs.resign();
      else if (this.#leads) this.#tabs.post(news);
    });
  }

  /** Answers with how to keep it. */
  #apply(news: News): Write | null {
    if (news.type === 'connection') {
      this.link.state.value = news.connection;
      return null;
    }
    this.#heardAt = this.clock.now();
    this.#serverRules.value = news.answer.rules_id;
    if (news.type === 'patch') return this.#patch(news.answer);
    this.clock.take(news.answer);
    if (news.type === 'begin') return this.#anew(news.answer);
    this.me.value = news.answer.me;
    return null;
  }

  #anew({ epoch, me, position }: MeAnswer): Write {
    const otherHistory = this.#epoch !== null && this.#epoch !== epoch;
    this.#dropAnswers();
    batch(() => {
      if (otherHistory) this.conversations.forget();
      else this.conversations.markStale();
      // The pending ones go out under their old numbers once more: only the server knows what it has of them.
      if (otherHistory) this.outgoing.unsee();
      this.conversations.position = position;
      this.me.value = me;
      this.lists.restore({});
    });
    this.#epoch = epoch;
    this.#missed = false;
    if (!this.#leads) void this.#loadAll(++this.#begins);
    return this.journal.begin();
  }

  /** What was asked for is not for what this tab knows from now on. */
  #dropAnswers(): void {
    this.#beginnings += 1;
    this.snapshots.close();
    this.histories.drop();
  }

  #hearPatch(answer: PatchAnswer): void {
    if (!this.#accepts(answer)) return;
    if (answer.patch.from > this.conversations.position && !answer.resync) this.link.reopen();
    else this.#take({ type: 'patch', answer });
  }

  #patch({ patch, resync }: PatchAnswer): Write | null {
    const from = this.conversations.position;
    if (patch.from > from && !resync) {
      void this.#catchUp();
      return null;
    }
    const [settled, applied] = batch(() => {
      const told = this.outgoing.settle(patch);
      return [told, resync ? null : this.conversations.apply(patch)];
    });
    if (resync && this.#leads) this.restart();
    for (const id of applied?.lacking ?? []) void this.histories.load(id);
    for (const found of this.#leads && applied ? applied.diverged : [])
      void this.#options.transport.post('divergences', { ...found, rules_id: this.#options.rules.rulesId });
    this.journal.save();
    return this.journal.patch({ ...patch, from }, settled, applied);
  }

  /** A follower has missed something: it goes on from what is kept. */
  async #catchUp(): Promise<void> {
    const saved = await this.keeper.load();
    if (this.#closed || this.#leads || !saved.head) return;
    this.#dropAnswers();
    batch(() => {
      if (saved.head?.epoch === this.#epoch) this.conversations.markStale();
      else this.conversations.forget();
      this.#restore(saved);
    });
    await this.outgoing.reread();
    await this.#restorer.rest(saved);
  }

  /** Whether what is kept here is of this person. */
  #isOurs({ actor }: Me): boolean {
    const whose = this.#options.keep?.person ?? this.me.peek()?.actor.id ?? actor.id;
    return whose === actor.id;
  }

  #heading() {
    if (!this.#begun || !this.#leads || this.#epoch === null) return null;
    return { epoch: this.#epoch, rules_id: this.#options.rules.rulesId, after: this.conversations.position };
  }

  #head(): Head {
    const me = this.me.peek();
    if (!me) throw new Error('nobody is signed in');
    const [epoch, heard_at] = [this.#epoch ?? '', this.#heardAt ?? this.clock.now()];
    return { epoch, position: this.conversations.position, me, ahead: this.clock.ahead, heard_at };
  }

  #accepts({ epoch, rules_id }: Stamp): boolean {
    if (epoch !== this.#epoch) {
      if (this.#leads) this.restart();
      return false;
    }
    this.#serverRules.value = rules_id;
    return true;
  }
}
