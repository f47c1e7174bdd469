// One conversation, live: what is confirmed and what is pending go in, what is to be drawn comes out.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CustomerRules } from '../rules/rules';
import type { Availability, ButtonId, Conversation, Event } from '../rules/types.gen';
import type { ButtonState, ConversationState, Freshness, Refused, TranscriptEntry } from './model';
import { offlineClassOf } from './offline';
import type { Entry } from './outbox';
import type { Me, Row, StoredEvent } from './protocol';
import { blank, type Confirmed, type Prediction, predict, unpredicted } from './replica';
import type { ServerClock } from './server_clock';
import { settingOf } from './setting';

/** What all conversations of a store have in common. */
export interface World {
  readonly rules: CustomerRules;
  readonly clock: ServerClock;
  readonly me: ReadonlySignal<Me | null>;
  readonly outdated: ReadonlySignal<boolean>;
  /** Of whatever is shown, as far as the connection decides it. */
  readonly fresh: ReadonlySignal<Freshness>;
  /** To be compared with the server's; null: there is nothing to compare with. */
  digest(state: Conversation): number | null;
}

const confirmedEntries = new WeakMap<Event, TranscriptEntry>();

/** The same one each time, so that it need not be drawn again. */
function confirmedEntry({ event }: StoredEvent): TranscriptEntry {
  const entry = confirmedEntries.get(event) ?? { event, sent: 'confirmed' };
  confirmedEntries.set(event, entry);
  return entry;
}

export class Cell {
  readonly confirmed = signal<Confirmed | null>(null);
  readonly pending = signal<readonly Entry[]>([]);
  readonly refused = signal<readonly Refused[]>([]);
  readonly problem = signal<{ status: 'missing' } | { status: 'failed'; why: string } | null>(null);
  /** Since when events are missed. Only a snapshot makes it right again. */
  readonly staleSince = signal<number | null>(null);
  readonly predicted: ReadonlySignal<Prediction | null>;
  readonly state: ReadonlySignal<ConversationState>;

  /** Somebody looks at it: its history is wanted, not only its row. */
  opened = false;

  readonly #id: string;
  readonly #world: World;
  /** Without what depends on others. */
  readonly #certain: ReadonlySignal<Prediction | null>;

  constructor(id: string, world: World) {
    this.#id = id;
    this.#world = world;
    this.predicted = computed(() => this.#predict(this.pending.value));
    this.#certain = computed(() => this.#predict(this.pending.value.filter((entry) => !isUncertain(entry))));
    this.state = computed(() => this.#draw());
  }

  get isStale(): boolean {
    return this.staleSince.peek() !== null;
  }

  /** Its whole history is known, and nothing of it was missed. */
  get isWhole(): boolean {
    return !this.isStale && this.confirmed.peek()?.events != null;
  }

  /** So is what is known about the customer, for those who may know it. */
  get isComplete(): boolean {
    const isCustomer = this.#world.me.peek()?.actor.role === 'customer';
    return this.isWhole && (isCustomer || this.confirmed.peek()?.customer !== null);
  }

  get isKnown(): boolean {
    return this.confirmed.peek() !== null;
  }

  /** It begins here, and the server may not have heard of it. */
  get isOurs(): boolean {
    if (this.confirmed.value) return false;
    const asked = [...this.pending.value.map(({ steps }) => steps), ...this.refused.value.map((card) => card.commands)];
    return asked.some((steps) => steps[0]?.type === 'start');
  }

  /** Whether this button has to wait for the server. */
  needsConnection(button: ButtonId): boolean {
    const me = this.#world.me.peek();
    const row = this.predicted.peek()?.row;
    if (!me || !row) return false;
    return this.#buttons(me, row).some((one) => one.button === button && one.rejection === 'needs_connection');
  }

  #predict(pending: readonly Entry[]): Prediction | null {
    const me = this.#world.me.value;
    const row = me && (this.confirmed.value?.row ?? this.#unborn(me));
    if (!row) return null;
    if (this.#world.outdated.value) return unpredicted(row, pending, me.actor);
    return predict(this.#world.rules, row, pending, me.actor, settingOf(me, 0));
  }

  #unborn(me: Me): Row | null {
    if (!this.isOurs) return null;
    return blank(this.#world.rules, this.#id, { id: me.actor.id, name: me.name }).row;
  }

  #draw(): ConversationState {
    const me = this.#world.me.value;
    const confirmed = this.confirmed.value;
    const predicted = this.predicted.value;
    const events = confirmed ? confirmed.events : [];
    if (!me || !predicted || !events) {
      const problem = this.problem.value ?? { status: 'loading' };
      return problem.status === 'missing' ? { ...problem, refused: this.refused.value } : problem;
    }

    const transcript: TranscriptEntry[] = [
      ...events.map(confirmedEntry),
      ...predicted.waiting.map((event) => ({ event, sent: 'waiting' as const })),
    ];
    const fresh = this.#world.fresh.value;
    const staleSince = this.staleSince.value;
    return {
      status: 'ready',
      row: predicted.row,
      seen: confirmed?.row.state.version ?? 0,
      buttons: this.#buttons(me, predicted.row),
      transcript,
      customer: confirmed?.customer ?? null,
      refused: [...this.refused.value, ...predicted.refused],
      fresh: fresh.state === 'live' && staleSince !== null ? { state: 'behind', since: staleSince } : fresh,
      uncertain: fresh.state === 'offline' && this.pending.value.some(isUncertain),
    };
  }

  #buttons(me: Me, row: Row): ButtonState[] {
    const buttons = this.#available(me, row);
    if (this.#world.fresh.value.state !== 'offline') return buttons;
    const certain = this.#certain.value;
    const sure = !certain || certain.row === row ? buttons : this.#available(me, certain.row);
    const holds = new Set(sure.flatMap(({ button, rejection }) => (rejection === null ? [button] : [])));
    return buttons.map((one) => {
      const free = holds.has(one.button) && offlineClassOf(this.#steps(one.button, me), one.button) !== 'online';
      return one.rejection === null && !free ? { ...one, rejection: 'needs_connection' } : one;
    });
  }

  #steps(button: ButtonId, me: Me) {
    return this.#world.rules.commandsOf(button, me.actor, { snooze_until: 0 });
  }

  #available(me: Me, row: Row): Availability[] {
    const { rules, clock, outdated } = this.#world;
    try {
      return rules.available(row.state, me.actor, settingOf(me, clock.now()));
    } catch (fault) {
      // A newer server may send what our rules have no word for; the page says that it is outdated.
      if (outdated.value) return [];
      throw fault;
    }
  }
}

function isUncertain({ steps, button }: Entry): boolean {
  return offlineClassOf(steps, button) !== 'free';
}
