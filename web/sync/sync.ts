// Keeps this tab, the other tabs of its browser and the server together: the stream, the snapshots and the outbox. The
// tab that leads hears the server, keeps what it hears, and then tells the others.
import { batch, computed, effect, signal } from '@preact/signals-core';
import { Conversations } from './conversations';
import { Drafts } from './drafts';
import { Histories } from './histories';
import type { House, HouseParts } from './house';
import { Intake } from './intake';
import { Journal } from './journal';
import { Keeper } from './keeper';
import { Link } from './link';
import type { VisitorStoreOptions } from './model';
import { freshness, type News, type Whisper } from './news';
import { Outgoing } from './outgoing';
import { type ListParts, OwnList } from './own_list';
import type { MeAnswer, PatchAnswer } from './protocol';
import { Restorer } from './restorer';
import { ServerClock } from './server_clock';
import { Snapshots } from './snapshots';
import { Tabs } from './tabs';
import { Typing } from './typing';

/** `H`: what those who work here have; null: this is a visitor's. */
export class Sync<H extends House | null = House | null> {
  readonly options: VisitorStoreOptions;
  readonly intake = new Intake(this);
  readonly me = this.intake.me;
  readonly outdated = this.intake.outdated;
  readonly fresh = computed(() => freshness(this.link.state.value));
  readonly clock: ServerClock;
  readonly keeper: Keeper;
  readonly link: Link;
  readonly conversations: Conversations;
  readonly snapshots: Snapshots;
  readonly drafts: Drafts;
  readonly outgoing: Outgoing;
  readonly journal: Journal;
  /** Of a visitor. */
  readonly own: OwnList;
  readonly restorer: Restorer;
  readonly histories: Histories;
  readonly typing: Typing;
  readonly house: H;
  readonly leading = signal(false);

  readonly #tabs: Tabs<News | Whisper>;
  #terms = 0;
  /** The server has said who we are, and of which history. */
  #begun = false;
  #closed = false;

  constructor(options: VisitorStoreOptions, house: (parts: HouseParts) => H) {
    const { intake } = this;
    const { rules, transport, keep } = options;
    this.options = options;
    this.clock = new ServerClock(options.clock);
    this.typing = new Typing(transport);
    const ports = keep?.ports ?? null;
    this.keeper = new Keeper(keep && ports ? keep.name : null);
    this.#tabs = new Tabs(keep?.name ?? '', ports, {
      lead: () => void this.#lead(),
      follow: () => this.#follow(),
      hear: (message) => this.#hear(message),
    });
    this.link = new Link(transport, this.clock, {
      begin: (answer) => this.#begin(answer),
      me: (answer) => intake.accepts(answer) && this.#take({ type: 'me', answer }),
      recovered: () => this.#tryAgain(),
      patch: (answer) => this.#hearPatch(answer),
      typing: (notice) => this.#take({ type: 'typing', notice }),
      team: (notice) => this.#take({ type: 'team', notice }),
      resync: () => this.restart(),
      signedOut: () => this.#signedOut(),
      changed: (connection) => this.#take({ type: 'connection', connection }),
      heardAt: () => intake.heardAt,
      streamPath: () => `stream?after=${this.conversations.position}&client=${this.keeper.client}`,
    });
    const { me, clock, outdated, fresh } = this;
    this.conversations = new Conversations({
      ...{ rules, clock, me, outdated, fresh },
      digest: (state) => this.house?.digest(state) ?? null,
    });
    this.snapshots = new Snapshots(transport, {
      record: () => this.conversations.record(),
      accepts: (stamp) => intake.accepts(stamp),
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
    const term = () => this.#term;
    const written = () => this.journal.written;
    const { keeper, conversations, snapshots } = this;
    this.outgoing = new Outgoing({
      ...{ keeper, conversations, transport, started, term, written },
      heading: () => this.#heading(),
      accepts: (answer) => intake.accepts(answer),
      patch: (answer) => this.#hearPatch(answer),
      signedOut: () => this.#signedOut(),
      unreachable: () => this.link.doubt(),
      renamed: () => this.link.doubt(),
      post: (whisper) => this.#tabs.post(whisper),
    });
    const { outgoing } = this;
    const journal = new Journal({ keeper, conversations, outgoing, term, head: () => intake.head() });
    this.journal = journal;
    const covered: ListParts['covered'] = (lists, rows, answer) => {
      outgoing.decided(answer, rows);
      journal.keep(rows, lists);
      if (answer.counts) this.house?.tally.take({ position: answer.position, counts: answer.counts });
    };
    const lists = { fresh, snapshots, conversations, covered };
    this.own = new OwnList(lists);
    this.house = house({ me, ...lists });
    const epoch = () => intake.epoch;
    const beginnings = () => intake.beginnings;
    const restorer = new Restorer({ keeper, conversations, outgoing, written, epoch, beginnings });
    this.restorer = restorer;
    const missed = () => intake.missed;
    this.histories = new Histories({ conversations, outgoing, snapshots, journal, restorer, outdated, missed });
  }

  get leads(): boolean {
    return this.leading.peek();
  }

  get closed(): boolean {
    return this.#closed;
  }

  dismiss(id: string): void {
    this.conversations.dismiss(id);
    void this.keeper.dismiss(id);
    this.#tabs.post({ type: 'dismissed', id });
  }

  /** Events may have been missed: everything is asked for again, from wherever the server is now. */
  restart(): void {
    this.intake.missed = true;
    this.#pause();
    if (this.leads) void this.link.start();
  }

  reset(): void {
    if (this.leads) {
      this.#take({ type: 'connection', connection: { state: 'connecting', since: this.intake.heardAt } });
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
    this.typing.close();
  }

  async #start(): Promise<void> {
    const saved = await this.keeper.load();
    if (this.#closed) return;
    batch(() => {
      this.outgoing.take(saved);
      this.intake.restore(saved);
    });
    // Where nothing is kept, there is nothing to share: this tab goes on alone.
    effect(() => {
      if (this.keeper.state.value === 'memory') queueMicrotask(() => this.#alone());
    });
    if (this.keeper.state.peek() === 'kept') {
      this.#tabs.start();
      this.#tabs.post({ type: 'hello' });
    }
    void this.restorer.rest(saved);
  }

  #alone(): void {
    if (!this.#tabs.leads) this.#tabs.close(); // Who leads goes on telling those that follow.
    if (this.#closed) return;
    if (this.leads) this.link.doubt();
    else void this.#lead();
  }

  async #lead(): Promise<void> {
    const term = ++this.#terms;
    await this.keeper.lead(this.#term);
    await this.outgoing.reread();
    if (this.#closed || term !== this.#terms) return;
    this.leading.value = true;
    this.#tabs.post({ type: 'leads', connection: this.link.state.peek() });
    void this.link.start();
  }

  #follow(): void {
    this.#terms += 1;
    this.leading.value = false;
    this.#begun = false;
    this.link.close();
    void this.intake.catchUp(); // The next leader may have spoken before this one knew of it.
  }

  #hear(message: News | Whisper): void {
    switch (message.type) {
      case 'hello':
        if (this.leads) this.#tabs.post({ type: 'leads', connection: this.link.state.peek() });
        break;
      case 'leads':
        if (this.leads) break;
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
        if (this.leads) this.reset();
        break;
      default:
        if (!this.leads) this.intake.apply(message);
    }
  }

  #pause(): void {
    this.#begun = false;
    this.intake.dropAnswers();
  }

  #signedOut(): void {
    if (this.leads) {
      this.#pause();
      this.link.signedOut();
    } else this.#tabs.post({ type: 'reset' });
  }

  #begin(answer: MeAnswer): void {
    const { intake } = this;
    const { epoch, position, me } = answer;
    if (!intake.isOurs(me)) {
      // Not ours to send or to show; the page opens what belongs to them.
      this.close();
      this.me.value = me;
      return;
    }
    const goesOn = !intake.missed && epoch === intake.epoch && position >= this.conversations.position;
    this.#take({ type: goesOn ? 'me' : 'begin', answer });
    this.#begun = true;
    void intake.loadAll();
  }

  /** The leader has heard something: it is drawn, kept, and then told to the other tabs. */
  #take(news: News): void {
    const term = this.#term;
    const write = this.intake.apply(news);
    this.journal.add(async () => {
      if ((await write?.()) !== 'not leading') {
        if (this.leads) this.#tabs.post(news);
      } else if (term === this.#term) this.#tabs.resign();
    });
  }

  /** A tab that hangs, loses the lead and gets it back does not go on where it was. */
  get #term(): string {
    return `${this.#tabs.id} ${this.#terms}`;
  }

  #hearPatch(answer: PatchAnswer): void {
    if (!this.intake.accepts(answer)) return;
    if (answer.patch.from > this.conversations.position && !answer.resync) this.link.reopen();
    else this.#take({ type: 'patch', answer });
  }

  #heading() {
    const { epoch } = this.intake;
    if (!this.#begun || !this.leads || epoch === null) return null;
    return { epoch, rules_id: this.options.rules.rulesId, after: this.conversations.position };
  }
}
