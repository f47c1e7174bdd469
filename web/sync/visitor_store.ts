// The store of a visitor's page, and what the one of those who work here has in common with it. It needs no DOM.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import { type Reason, somebody } from '../rules/customer_words';
import type { Author, ButtonId, Rejection } from '../rules/types.gen';
import { newId } from './id';
import type { ConversationState, PressOptions, VisitorStore, VisitorStoreOptions } from './model';
import type { Intent } from './outbox';
import type { Me, Row } from './protocol';
import { hasUnreadAnswer } from './reading';
import type { Confirmed } from './replica';
import { settingOf } from './setting';
import { Sync } from './sync';
import { wellFormed } from './text';

/** Starts at once. One per page. */
export function createVisitorStore(options: VisitorStoreOptions): VisitorStore {
  return storeOver(new Sync(options, () => null), hasUnreadAnswer).store;
}

/** What the rules say to an intent; and what else becomes of it. */
export type Judge = (self: Me, intent: Intent) => Rejection | null;

export interface StoreOver {
  readonly store: VisitorStore;
  readonly judge: Judge;
  /** Asks the rules by `how`, unless there is no need to. */
  consider(how: Judge, id: string, button: ButtonId, options: PressOptions): Reason | null;
}

/** `hasUnread`: whether there is something that whoever is signed in has not read. */
export function storeOver(sync: Sync, hasUnread: (self: Me, confirmed: Confirmed) => boolean): StoreOver {
  const { rules } = sync.options;
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

  function consider(how: Judge, id: string, button: ButtonId, options: PressOptions): Reason | null {
    const self = me.peek();
    if (!self) return 'unknown_conversation';
    if (conversations.cell(id).needsConnection(button)) return 'needs_connection';
    return how(self, pressed(self, id, button, options));
  }

  function markRead(id: string): void {
    const self = me.peek();
    const confirmed = conversations.cell(id).confirmed.peek();
    if (!self || !confirmed || !hasUnread(self, confirmed)) return;
    const { state } = confirmed.row;
    const isOnItsWay = outgoing.outbox
      .peek()
      .some(({ conversation, steps }) => conversation === id && steps[0]?.type === 'mark_read');
    if (isOnItsWay) return;
    const steps = [{ type: 'mark_read', up_to: state.version } as const];
    ask(self, { conversation: id, seen: state.version, confirmed: [], steps, button: null, at: clock() });
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

  const store: VisitorStore = {
    rules,
    me,
    connection: sync.link.state,
    outdated: sync.outdated,
    refused: conversations.refused,
    leads: sync.leading,
    keeping: sync.keeper.state,
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
    inbox: () => sync.own.get(),
    conversation,
    typing: (id) => sync.typing.in(id),
    tellTyping: (id) => sync.typing.tell(id, clock()),
    row,
    verdict: (id, button, options = {}) => consider(judge, id, button, options),
    press: (id, button, options = {}) => consider(ask, id, button, options),
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
  return { store, judge, consider };
}
