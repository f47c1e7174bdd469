// What any tab takes in: what it or the tab that leads has heard, and what is kept. So it stands somewhere in the
// server's log, of one history.
import { batch, computed, signal } from '@preact/signals-core';
import type { Write } from './journal';
import type { Head, Saved } from './kept';
import type { News } from './news';
import type { Me, MeAnswer, PatchAnswer, Stamp } from './protocol';
import type { Sync } from './sync';

/** What is not there yet when this is made is asked for only when something comes in. */
export type IntakeParts = Pick<
  Sync,
  | 'options'
  | 'clock'
  | 'keeper'
  | 'link'
  | 'conversations'
  | 'snapshots'
  | 'drafts'
  | 'outgoing'
  | 'journal'
  | 'own'
  | 'restorer'
  | 'histories'
  | 'house'
  | 'typing'
  | 'leads'
  | 'closed'
  | 'restart'
>;

export class Intake {
  readonly me = signal<Me | null>(null);
  readonly outdated = computed(
    () => this.#serverRules.value !== null && this.#serverRules.value !== this.#parts.options.rules.rulesId,
  );
  /** What was heard so far does not lead to what the server has. */
  missed = true;

  readonly #parts: IntakeParts;
  readonly #serverRules = signal<string | null>(null);
  #epoch: string | null = null;
  #heardAt: number | null = null;
  #begins = 0;
  #beginnings = 0;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  get epoch(): string | null {
    return this.#epoch;
  }

  /** When the server was last heard; null: never. */
  get heardAt(): number | null {
    return this.#heardAt;
  }

  /** How often what this tab knows began anew. */
  get beginnings(): number {
    return this.#beginnings;
  }

  /** Where everything stands. */
  head(): Head {
    const { clock, conversations, house } = this.#parts;
    const me = this.me.peek();
    if (!me) throw new Error('nobody is signed in');
    const [epoch, heard_at] = [this.#epoch ?? '', this.#heardAt ?? clock.now()];
    const counted = house?.tally.counted ?? null;
    return { epoch, position: conversations.position, me, ahead: clock.ahead, counted, heard_at };
  }

  /** Whether what is kept here is of this person. */
  isOurs({ actor }: Me): boolean {
    const whose = this.#parts.options.keep?.person ?? this.me.peek()?.actor.id ?? actor.id;
    return whose === actor.id;
  }

  /** Whether an answer is of the history that we follow. */
  accepts({ epoch, rules_id }: Stamp): boolean {
    if (epoch !== this.#epoch) {
      if (this.#parts.leads) this.#parts.restart();
      return false;
    }
    this.#serverRules.value = rules_id;
    return true;
  }

  restore(saved: Saved): void {
    const { head, lists, rows, drafts } = saved;
    const { clock, conversations, link, outgoing } = this.#parts;
    for (const draft of drafts) this.#parts.drafts.take(draft);
    if (head && this.isOurs(head.me)) {
      this.#epoch = head.epoch;
      this.#heardAt = head.heard_at;
      this.missed = false;
      conversations.position = head.position;
      this.me.value = head.me;
      clock.take(head);
      if (link.state.peek().state === 'connecting') link.state.value = { state: 'connecting', since: head.heard_at };
      const reached = { client: saved.client, n: saved.reached };
      outgoing.included({ reached, included: saved.included }, conversations.mergeRows(rows));
      this.#parts.own.restore(lists);
      this.#parts.house?.lists.restore(lists);
      this.#parts.house?.tally.restore(head.counted ?? null);
    }
    void this.loadAll();
  }

  /** Whatever somebody looks at. What is pending is sent first, so that a snapshot need not be told apart from it. */
  async loadAll(): Promise<void> {
    const { conversations, snapshots, outgoing, own, house, histories } = this.#parts;
    const begin = ++this.#begins;
    if (this.#parts.leads) await outgoing.send();
    if (begin !== this.#begins || this.#parts.closed || this.missed) return;
    snapshots.open();
    own.load();
    house?.lists.load();
    house?.tally.load();
    for (const id of conversations.wanted()) void histories.load(id);
  }

  /** Answers with how to keep it. */
  apply(news: News): Write | null {
    const { clock, link, house, typing } = this.#parts;
    if (news.type === 'connection') {
      link.state.value = news.connection;
      return null;
    }
    if (news.type === 'typing') {
      typing.hear(news.notice);
      return null;
    }
    if (news.type === 'team') {
      const me = this.me.peek();
      if (me && house) this.me.value = house.team.hear(me, news.notice);
      return null;
    }
    this.#heardAt = clock.now();
    this.#serverRules.value = news.answer.rules_id;
    if (news.type === 'patch') {
      typing.said(news.answer.patch.events);
      return this.#patch(news.answer);
    }
    clock.take(news.answer);
    house?.team.forget();
    if (news.type === 'begin') return this.#anew(news.answer);
    this.me.value = news.answer.me;
    return null;
  }

  /** A follower has missed something: it goes on from what is kept. */
  async catchUp(): Promise<void> {
    const { conversations, keeper, outgoing, restorer } = this.#parts;
    const read = async () => {
      const saved = await keeper.load();
      return this.#parts.leads || !saved.head ? null : saved;
    };
    const use = (saved: Saved) => {
      this.dropAnswers();
      if (saved.head?.epoch === this.#epoch) conversations.markStale();
      else conversations.forget();
      this.restore(saved);
      void restorer.rest(saved);
    };
    await outgoing.rereadWith(read, use);
  }

  /** What was asked for is not for what this tab knows from now on. */
  dropAnswers(): void {
    this.#beginnings += 1;
    this.#parts.snapshots.close();
    this.#parts.histories.drop();
    this.#parts.house?.tally.drop();
  }

  #anew({ epoch, me, position }: MeAnswer): Write {
    const { conversations, house, journal, leads, outgoing, own } = this.#parts;
    const otherHistory = this.#epoch !== null && this.#epoch !== epoch;
    this.dropAnswers();
    batch(() => {
      if (otherHistory) conversations.forget();
      else conversations.markStale();
      // The pending ones go out under their old numbers once more: only the server knows what it has of them.
      if (otherHistory) outgoing.unsee();
      conversations.position = position;
      this.me.value = me;
      own.restore({});
      house?.lists.restore({});
      house?.tally.begin(otherHistory);
    });
    this.#epoch = epoch;
    this.missed = false;
    if (!leads) void this.loadAll();
    return journal.begin();
  }

  #patch({ patch, resync }: PatchAnswer): Write | null {
    const { conversations, histories, journal, leads, options, outgoing } = this.#parts;
    const from = conversations.position;
    if (patch.from > from && !resync) {
      void this.catchUp();
      return null;
    }
    const [settled, applied] = batch(() => {
      const told = outgoing.settle(patch);
      return [told, resync ? null : conversations.apply(patch)];
    });
    if (resync && leads) this.#parts.restart();
    for (const id of applied?.lacking ?? []) void histories.load(id);
    for (const found of leads && applied ? applied.diverged : [])
      void options.transport.post('divergences', { ...found, rules_id: options.rules.rulesId });
    journal.save();
    return journal.patch({ ...patch, from }, settled, applied);
  }
}
