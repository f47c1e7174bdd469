// The store, as the pages of those who work here know it. It needs no DOM.
import type { ButtonId, Conversation, History } from '../rules/types.gen';
import { noFilter, passes, queryOf } from './filter';
import { type Foreseen, foresee, type Hindrance } from './foresight';
import { houseBy } from './house';
import type { PressOptions, Store, StoreOptions } from './model';
import type { Intent } from './outbox';
import type { HitsAnswer, Me, ReportAnswer } from './protocol';
import { type Found, findHere } from './search';
import { settingOf } from './setting';
import { createShift } from './shift';
import { Sync } from './sync';
import { type Judge, storeOver } from './visitor_store';

export { type Filter, filterNames, noFilter, queryOf } from './filter';
export type { Foreseen } from './foresight';
export type * from './model';
export type { AfterClosing, Counts, Customer, CustomerDetails, Me, Row, Snippet, View } from './protocol';
export { readByOthers } from './reading';
export type { Found, Hit } from './search';

/** Starts at once. One per page. */
export function createStore(options: StoreOptions): Store {
  const { rules } = options;
  const sync = new Sync(options, houseBy(rules));
  const { lists, tally, team } = sync.house;
  const { me, conversations, outgoing } = sync;
  const { store, judge, consider } = storeOver(sync, (self, { row }) => isUnread(self, row.state));
  const { now, row } = store;

  function pressAll(ids: readonly string[], button: ButtonId, options: PressOptions = {}): string[] {
    const intents: Intent[] = [];
    const collect: Judge = (self, intent) => {
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
    return rules.unread(state, self.actor, settingOf(self, now()));
  }

  function unread(id: string): boolean {
    const [self, state] = [me.peek(), row(id)?.state];
    return self !== null && state !== undefined && isUnread(self, state);
  }

  function foreseen(leaving: string | null): Foreseen | null {
    conversations.changes.value;
    const self = me.value;
    return self && !sync.outdated.value ? foresee(rules, conversations.rows(), self, leaving, now()) : null;
  }

  function takesNobody(): Hindrance | null {
    const self = me.value;
    const choice = self && rules.next([], self.actor, settingOf(self, now()));
    return choice && 'nobody' in choice && choice.nobody !== 'nobody_waits' ? (choice.nobody as Hindrance) : null;
  }

  return {
    ...store,
    rules,
    drafts: sync.drafts,
    next: outgoing.next,
    shift: createShift(options.transport),
    present: (actor) => team.at(actor),
    foresee: foreseen,
    takesNobody,
    inbox: (list, filter) => (list === 'own' ? sync.own.get() : lists.get(list, filter).state),
    loadMore: (list, filter) => lists.get(list, filter).loadMore(),
    counts: (filter) => tally.get(filter),
    search,
    history,
    unread,
    pressAll,
  };
}
