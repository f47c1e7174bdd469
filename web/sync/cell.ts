// One conversation, live: what is confirmed and what is pending go in, what is to be drawn comes out.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Rules, Setting } from '../rules/rules';
import type { Actor, Availability } from '../rules/types.gen';
import type { ConversationState, Refused, TranscriptEntry } from './model';
import type { Entry } from './outbox';
import type { Me, Row } from './protocol';
import { blank, type Confirmed, type Prediction, predict, unpredicted } from './replica';

/** What all conversations of a store have in common. */
export interface World {
  readonly rules: Rules;
  readonly clock: () => number;
  readonly me: ReadonlySignal<Me | null>;
  readonly outdated: ReadonlySignal<boolean>;
}

const colleaguesOf = new WeakMap<Me, Actor[]>();

export function settingOf(me: Me, at: number): Setting {
  // The same list each time, so that the rules need not take it in again.
  const colleagues = colleaguesOf.get(me) ?? me.colleagues.map(({ actor }) => actor);
  colleaguesOf.set(me, colleagues);
  return { policy: me.policy, colleagues, at };
}

export class Cell {
  readonly confirmed = signal<Confirmed | null>(null);
  readonly pending = signal<readonly Entry[]>([]);
  readonly refused = signal<readonly Refused[]>([]);
  readonly problem = signal<{ status: 'missing' } | { status: 'failed'; why: string } | null>(null);
  readonly predicted: ReadonlySignal<Prediction | null>;
  readonly state: ReadonlySignal<ConversationState>;

  /** Somebody looks at it: its history is wanted, not only its row. */
  opened = false;
  /** Events were missed. Only a snapshot makes it right again. */
  stale = false;

  readonly #id: string;
  readonly #world: World;

  constructor(id: string, world: World) {
    this.#id = id;
    this.#world = world;
    this.predicted = computed(() => this.#predict());
    this.state = computed(() => this.#draw());
  }

  /** It begins here, and the server may not have heard of it. */
  get isOurs(): boolean {
    if (this.confirmed.value) return false;
    const asked = [...this.pending.value.map(({ steps }) => steps), ...this.refused.value.map((card) => card.commands)];
    return asked.some((steps) => steps[0]?.type === 'start');
  }

  #predict(): Prediction | null {
    const me = this.#world.me.value;
    const row = me && (this.confirmed.value?.row ?? this.#unborn(me));
    if (!row) return null;
    if (this.#world.outdated.value) return unpredicted(row, this.pending.value, me.actor);
    return predict(this.#world.rules, row, this.pending.value, me.actor, settingOf(me, 0));
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
    if (!me || !predicted || !events) return this.problem.value ?? { status: 'loading' };

    const transcript: TranscriptEntry[] = [
      ...events.map(({ event }) => ({ event, sent: 'confirmed' as const })),
      ...predicted.waiting.map((event) => ({ event, sent: 'waiting' as const })),
    ];
    return {
      status: 'ready',
      row: predicted.row,
      seen: confirmed?.row.state.version ?? 0,
      buttons: this.#buttons(me, predicted.row),
      transcript,
      customer: confirmed?.customer ?? null,
      refused: [...this.refused.value, ...predicted.refused],
    };
  }

  #buttons(me: Me, row: Row): Availability[] {
    const { rules, clock, outdated } = this.#world;
    try {
      return rules.available(row.state, me.actor, settingOf(me, clock()));
    } catch (fault) {
      // A newer server may send what our rules have no word for; the page says that it is outdated.
      if (outdated.value) return [];
      throw fault;
    }
  }
}
