// Who works here, as they are now: whom they take, and what they have in hand.
import { signal } from '@preact/signals-core';
import type { Actor } from '../rules/types.gen';
import type { AgentNow, Me, TeamNotice } from './protocol';

export class Team {
  /** Those of whom was heard since `me` came, by their id. What others have in hand changes nothing in `me`. */
  readonly now = signal<ReadonlyMap<string, AgentNow>>(new Map());

  /** `me` as it is after the notice: the same, where the rules ask nothing of what has changed. */
  hear(me: Me, { agents = [], preferences }: TeamNotice): Me {
    this.now.value = new Map([...this.now.peek(), ...agents.map((agent) => [agent.id, agent] as const)]);
    const own = agents.some(({ id }) => id === me.actor.id);
    const colleagues = me.colleagues.map((one) => ({ ...one, actor: this.at(one.actor) }));
    const others = colleagues.some(({ actor }, at) => !isAvailableAlike(actor, me.colleagues[at]?.actor));
    if (!own && !others && !preferences) return me;
    return {
      ...me,
      actor: own ? this.at(me.actor) : me.actor,
      colleagues: own || others ? colleagues : me.colleagues,
      preferences: preferences ?? me.preferences ?? null,
    };
  }

  /** Somebody, as they are now. */
  at(actor: Actor): Actor {
    const now = this.now.value.get(actor.id);
    return now ? { ...actor, available: [...now.available], load: now.load } : actor;
  }

  /** `me` is newer than all that was heard. */
  forget(): void {
    this.now.value = new Map();
  }
}

function isAvailableAlike(a: Actor, b: Actor | undefined): boolean {
  return a.available.join() === b?.available.join();
}
