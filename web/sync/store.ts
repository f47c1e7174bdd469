// The store, as the pages know it. It needs no DOM.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Author, ButtonId, Conversation, History, Rejection } from '../rules/types.gen';
import { type Reason, somebody } from '../rules/words';
import { noFilter, passes, queryOf } from './filter';
import { type Foreseen, foresee, type Hindrance } from './foresight';
import { newId } from './id';
import type { ConversationState, PressOptions, Store, StoreOptions } from './model';
import type { Intent } from './outbox';
import type { HitsAnswer, Me, ReportAnswer, Row } from './protocol';
import { hasUnread } from './reading';
import { type Found, findHere } from './search';
import { settingOf } from './setting';
import { createShift } from './shift';
import { Sync } from './sync';
import { wellFormed } from './text';

export { type Filter, filterNames, noFilter, queryOf } from './filter';
export type { Foreseen } from './foresight';
export type * from './model';
export type { AfterClosing, Counts, Customer, CustomerDetails, Me, Row, Snippet, View } from './protocol';
export { readByOthers } from './reading';
export type { Found, Hit } from './search';

/** Starts at once. One per page. */
export function createStore(options: StoreOptions): Store {
  const { rules } = options;
  const sync = new Sync(options);
  const { me, conversations, outgoing } = sync;
  const clock = () => sync.clock.now();

  function conversation(id: string): ReadonlySignal<ConversationState> {
    const cell = conversations.cell(id);
    if (!cell.opened) {
      cell.opened = true;
      if (!cell.isOurs) void sync.histories.load(id);
    }
    return cell.state;
  }

  const row = (id: string): Row | null => conversations.cell(id).predicted.peek()?.row ?? null;

  /** What the rules say to it. */
  function judge(self: Me, intent: Intent): Rejection | null {
    const state = row(intent.conversation)?.state ?? rules.initial();
    const decision = rules.decide(state, { ...intent, actor: self.actor }, settingOf(self, intent.at));
    if ('rejection' in decision) return decision.rejection;
    const goesOn = intent.steps.at(-1)?.type === 'next';
    return decision.events.length === 0 && !goesOn ? 'nothing_to_do' : null;
  }

  function ask(self: Me, intent: Intent): Rejection | null {
    const rejection = judge(self, intent);
    if (rejection === null) outgoing.ask(intent);
    return rejection;
  }

  function pressed(self: Me, id: string, button: ButtonId, options: PressOptions): Intent {
    const { seen, confirmed = [], text = '', ...payload } = options;
    const steps = rules.commandsOf(button, self.actor, { ...payload, text: wellFormed(text) });
    const known = conversations.cell(id).confirmed.peek()?.row.state.version ?? 0;
    return { conversation: id, seen: seen ?? known, confirmed, steps, button, at: clock() };
  }

  /** Asks the rules by `how`, unless there is no need to. */
  function consider(how: typeof judge, id: string, button: ButtonId, options: PressOptions): Reason | null {
    const self = me.peek();
    if (!self) return 'unknown_conversation';
    if (conversations.cell(id).needsConnection(button)) return 'needs_connection';
    return how(self, pressed(self, id, button, options));
  }

  function pressAll(ids: readonly string[], button: ButtonId, options: PressOptions = {}): string[] {
    const intents: Intent[] = [];
    const collect: typeof judge = (self, intent) => {
      const rejection = judge(self, intent);
      if (rejection === null) intents.push(intent);
      return rejection;
    };
    const queued = ids.filter((id) => consider(collect, id, button, options) === null);
    outgoing.ask(...intents);
    return queued;
  }

  async function search(words: string, filter = noFilter): Promise<Found> {
    const { status, body } = await options.transport.get(`search?q=${encodeURIComponent(words)}${queryOf(filter)}`);
    const self = me.peek();
    const here = () => conversations.rows().filter((one) => self && passes(filter, one, self, rules));
    if (status !== 200 || !body) return { hits: findHere(here(), words), from: 'browser' };
    const { hits } = body as HitsAnswer;
    return { hits: hits.map((hit) => ({ ...hit, row: row(hit.row.conversation) ?? hit.row })), from: 'server' };
  }

  async function history(id: string): Promise<History | null> {
    const { status, body } = await options.transport.get(`conversations/${id}/explain`);
    return status === 200 && body ? (body as ReportAnswer).history : null;
  }

  function isUnread(self: Me, state: Conversation): boolean {
    return rules.unread(state, self.actor, settingOf(self, clock()));
  }

  function unread(id: string): boolean {
    const [self, state] = [me.peek(), row(id)?.state];
    return self !== null && state !== undefined && isUnread(self, state);
  }

  function markRead(id: string): void {
    const self = me.peek();
    const confirmed = conversations.cell(id).confirmed.peek();
    if (!self || !confirmed || !hasUnread(rules, self, confirmed, settingOf(self, clock()))) return;
    const { state } = confirmed.row;
    const isOnItsWay = outgoing.outbox
      .peek()
      .some(({ conversation, steps }) => conversation === id && steps[0]?.type === 'mark_read');
    if (isOnItsWay) return;
    const steps = [{ type: 'mark_read', up_to: state.version } as const];
    ask(self, { conversation: id, seen: state.version, confirmed: [], steps, button: null, at: clock() });
  }

  function foreseen(leaving: string | null): Foreseen | null {
    conversations.changes.value;
    const self = me.value;
    return self && !sync.outdated.value ? foresee(rules, conversations.rows(), self, leaving, clock()) : null;
  }

  function takesNobody(): Hindrance | null {
    const self = me.value;
    const choice = self && rules.next([], self.actor, settingOf(self, clock()));
    return choice && 'nobody' in choice && choice.nobody !== 'nobody_waits' ? (choice.nobody as Hindrance) : null;
  }

  function startConversation(text: string, linkedTo: string | null = null, id = newId()): string {
    const self = me.peek();
    const site = self?.sites[0];
    if (!self || !site) throw new Error('startConversation: nobody is signed in');
    const start = { type: 'start', site: site.id, channel: 'chat', customer: self.actor.id } as const;
    outgoing.ask({
      conversation: id,
      seen: 0,
      confirmed: [],
      // Files cannot be brought before there is a conversation: with nothing else to say, they follow.
      steps: [
        { ...start, linked_to: linkedTo },
        ...(text === '' ? [] : [{ type: 'receive', text: wellFormed(text) } as const]),
      ],
      button: null,
      at: clock(),
    });
    return id;
  }

  function nameOf({ role, id }: Author): string {
    const self = me.value;
    if (self?.actor.id === id) return self.name;
    const colleague = self?.colleagues.find(({ actor }) => actor.id === id);
    return colleague?.name ?? conversations.nameOfCustomer(id) ?? somebody[role];
  }

  return {
    rules,
    me,
    connection: sync.link.state,
    outdated: sync.outdated,
    next: outgoing.next,
    shift: createShift(options.transport),
    present: (actor) => sync.team.at(actor),
    foresee: foreseen,
    takesNobody,
    refused: conversations.refused,
    leads: sync.leading,
    keeping: sync.keeper.state,
    drafts: sync.drafts,
    pending: computed(() =>
      outgoing.outbox.value.map(({ id, conversation, steps, button }) => ({
        id,
        conversation,
        commands: [...steps],
        button,
        status: 'waiting',
      })),
    ),
    now: clock,
    inbox: (list, filter) => sync.lists.get(list, filter).state,
    loadMore: (list, filter) => sync.lists.get(list, filter).loadMore(),
    counts: (filter) => sync.tally.get(filter),
    conversation,
    typing: (id) => sync.typing.in(id),
    tellTyping: (id) => sync.typing.tell(id, clock()),
    search,
    history,
    row,
    unread,
    verdict: (id, button, options = {}) => consider(judge, id, button, options),
    press: (id, button, options = {}) => consider(ask, id, button, options),
    pressAll,
    markRead,
    startConversation,
    dismiss: (id) => sync.dismiss(id),
    nameOf,
    wake: () => sync.wake(),
    reset: () => sync.reset(),
    async settled() {
      sync.drafts.save();
      await outgoing.queued();
      await sync.journal.written;
    },
    close: () => sync.close(),
  };
}
