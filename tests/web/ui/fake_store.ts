import { computed, type Signal, signal } from '@preact/signals-core';
import type { Rules } from '@web/rules/rules';
import type { Actor, ButtonId, Command, Conversation, Event, Policy, Rejection } from '@web/rules/types.gen';
import { Drafts } from '@web/sync/drafts';
import type {
  Connection,
  ConversationState,
  InboxState,
  Me,
  PressOptions,
  Refused,
  Row,
  Store,
  View,
} from '@web/sync/store';
import type { History } from './histories';
import { meAs } from './people';

interface Known {
  history: History;
  events: Signal<Event[]>;
  refused: Signal<Refused[]>;
  /** Everything after this version is drawn as not yet confirmed. */
  confirmed: Signal<number>;
}

export interface FakeStore extends Store {
  readonly me: Signal<Me | null>;
  readonly connection: Signal<Connection>;
  readonly outdated: Signal<boolean>;
  readonly pressed: { conversation: string; button: ButtonId; text: string }[];
  /** Somebody, anybody, does something. */
  happen(conversation: string, by: Actor, ...steps: Command[]): void;
  refuse(conversation: string, refused: Omit<Refused, 'conversation'>): void;
  /** From now on nothing reaches the server. */
  holdBack(conversation: string): void;
}

const minute_ms = 60_000;

/** The store without a server: the real rules over histories in memory. */
export function fakeStore(
  rules: Rules,
  histories: History[],
  person: { actor: Actor; name: string },
  policy: Policy = rules.defaultPolicy(),
): FakeStore {
  const clock = Date.now;
  const self = { ...meAs(person), policy };
  const me = signal<Me | null>(self);
  const connection = signal<Connection>({ state: 'live' });
  const outdated = signal(false);
  const pressed: FakeStore['pressed'] = [];
  const setting = (at: number) => ({ policy: self.policy, colleagues: self.colleagues.map(({ actor }) => actor), at });
  const replay = (events: readonly Event[]): Conversation =>
    events.reduce((state, event) => rules.evolve(state, event), rules.initial());

  function decide(
    events: readonly Event[],
    actor: Actor,
    steps: Command[],
    at: number,
    confirmed: 'reply_owed'[] = [],
  ) {
    const state = replay(events);
    return rules.decide(state, { actor, seen: state.version, confirmed, steps }, setting(at));
  }

  const known = new Map<string, Known>();
  for (const history of histories) {
    let events: Event[] = [];
    for (const [minutes, by, ...steps] of history.done) {
      const decision = decide(events, by, steps, clock() - minutes * minute_ms, ['reply_owed']);
      if ('rejection' in decision) throw new Error(`${history.id}: ${decision.rejection}`);
      events = [...events, ...decision.events];
    }
    known.set(history.id, {
      history,
      events: signal(events),
      refused: signal([]),
      confirmed: signal(Number.POSITIVE_INFINITY),
    });
  }

  function rowOf({ history, events }: Known): Row {
    const said = events.value.findLast(({ fact }) => fact.type === 'message_received' || fact.type === 'replied');
    const text = said && 'text' in said.fact ? said.fact.text : '';
    return {
      conversation: history.id,
      state: replay(events.value),
      customer: history.customer,
      preview: said ? { by: said.by.role, text: text.slice(0, 160) } : null,
      activity_at: events.value.at(-1)?.at ?? 0,
    };
  }

  const belongs: Record<View | 'own', (row: Row) => boolean> = {
    waiting: ({ state }) => rules.status(state) === 'waiting',
    snoozed: ({ state }) => state.snoozing.type !== 'none',
    open: ({ state }) => rules.badge(state) === 'open',
    unassigned: ({ state }) => rules.badge(state) === 'open' && state.owner === null,
    mine: ({ state }) => rules.badge(state) === 'open' && state.owner === self.actor.id,
    closed: ({ state }) => rules.badge(state) === 'closed',
    own: () => true,
  };
  const inboxOf = (view: View | 'own') =>
    computed<InboxState>(() => ({
      rows: [...known.values()]
        .map(rowOf)
        .filter(belongs[view])
        .sort((a, b) => b.activity_at - a.activity_at),
      loading: false,
      more: false,
      failed: null,
      from: 'server',
      fresh: { state: 'live' },
    }));
  const inboxes = {
    open: inboxOf('open'),
    unassigned: inboxOf('unassigned'),
    mine: inboxOf('mine'),
    waiting: inboxOf('waiting'),
    snoozed: inboxOf('snoozed'),
    closed: inboxOf('closed'),
    own: inboxOf('own'),
  };

  const ready = (one: Known) =>
    computed<ConversationState>(() => {
      const row = rowOf(one);
      const transcript = one.events.value.map((event) => ({
        event,
        sent: event.version > one.confirmed.value ? ('waiting' as const) : ('confirmed' as const),
      }));
      return {
        status: 'ready',
        row,
        seen: row.state.version,
        buttons: rules.available(row.state, self.actor, setting(clock())),
        transcript,
        customer: {
          ...row.customer,
          page: 'https://birchandbow.example/shelves/walnut-120',
          locale: 'en-GB',
          created_at: clock() - 90 * 24 * 60 * minute_ms,
          conversations: one.history.id === 'mine' ? inboxes.closed.value.rows : [],
        },
        refused: one.refused.value,
        fresh: { state: 'live' },
        uncertain: false,
      };
    });
  /** What it leads to, or why not. */
  function judge(id: string, button: ButtonId, options: PressOptions): Rejection | Event[] {
    const one = known.get(id);
    if (!one) return 'unknown_conversation';
    const { confirmed = [], seen: _, ...payload } = options;
    const steps = rules.commandsOf(button, self.actor, payload);
    const decision = decide(one.events.value, self.actor, steps, clock(), confirmed);
    if ('rejection' in decision) return decision.rejection;
    return decision.events.length === 0 ? 'nothing_to_do' : decision.events;
  }
  const conversations = new Map([...known].map(([id, one]) => [id, ready(one)]));
  const missing = signal<ConversationState>({ status: 'missing', refused: [] });

  return {
    rules,
    me,
    connection,
    outdated,
    next: signal(null),
    shift: { take: async () => null, route: async () => null, prefer: async () => null },
    present: (actor) => actor,
    foresee: () => null,
    takesNobody: () => null,
    pending: signal([]),
    refused: signal([]),
    now: clock,
    leads: signal(true),
    keeping: signal('kept'),
    drafts: new Drafts({ save: () => {} }),
    pressed,
    inbox: (view) => inboxes[view],
    loadMore: async () => {},
    counts: () => signal(null),
    conversation: (id) => conversations.get(id) ?? missing,
    typing: () => signal(null),
    tellTyping: () => {},
    history: async () => null,
    search: async () => ({ hits: [], from: 'browser' }),
    row(id) {
      const one = known.get(id);
      return one ? rowOf(one) : null;
    },
    unread: () => false,
    verdict(id, button, options = {}) {
      const judged = judge(id, button, options);
      return typeof judged === 'string' ? judged : null;
    },
    press(id, button, options = {}) {
      const [one, judged] = [known.get(id), judge(id, button, options)];
      if (typeof judged === 'string') return judged;
      pressed.push({ conversation: id, button, text: options.text ?? '' });
      if (one) one.events.value = [...one.events.value, ...judged];
      return null;
    },
    pressAll(ids, button, options) {
      return ids.filter((id) => this.press(id, button, options) === null);
    },
    markRead: () => {},
    startConversation: () => '',
    dismiss(id) {
      for (const { refused } of known.values()) refused.value = refused.value.filter((card) => card.id !== id);
    },
    nameOf: ({ id }) =>
      self.colleagues.find(({ actor }) => actor.id === id)?.name ??
      histories.find(({ customer }) => customer.id === id)?.customer.name ??
      'Somebody',
    wake() {},
    reset() {},
    settled: async () => {},
    close() {},
    happen(id, by, ...steps) {
      const one = known.get(id);
      const decision = one && decide(one.events.value, by, steps, clock(), ['reply_owed']);
      if (one && decision && 'events' in decision) one.events.value = [...one.events.value, ...decision.events];
    },
    refuse(id, refused) {
      const one = known.get(id);
      if (one) one.refused.value = [...one.refused.value, { ...refused, conversation: id }];
    },
    holdBack(id) {
      const one = known.get(id);
      if (one) one.confirmed.value = one.events.value.length;
    },
  };
}
