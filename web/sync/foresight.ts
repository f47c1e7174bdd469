// Whom the server would give next, as far as can be known here: it knows of more, and has the last word.
import type { Rules } from '../rules/rules';
import type { Group, Rejection } from '../rules/types.gen';
import type { Me, Row } from './protocol';
import { settingOf } from './setting';

/** What in oneself stands in the way of any customer. */
export type Hindrance = Extract<Rejection, 'unavailable' | 'at_capacity'>;

export type Foreseen =
  | { next: Row; why: 'wrote_again' | 'waits'; group: Group }
  | { nobody: Hindrance | 'nobody_waits' };

/** Among these, without the conversation that is left. */
export function foresee(rules: Rules, rows: readonly Row[], me: Me, leaving: string | null, at: number): Foreseen {
  const known = new Map<string, Row>();
  for (const row of rows) {
    const { phase, owner } = row.state;
    const mayWait = phase.type === 'open' && (owner === null || owner === me.actor.id);
    if (mayWait && row.conversation !== leaving) known.set(row.conversation, row);
  }
  const choice = rules.next(known.values(), me.actor, settingOf(me, at));
  if ('nobody' in choice) return choice as Extract<Foreseen, { nobody: unknown }>;
  const next = known.get(choice.next);
  if (!next) return { nobody: 'nobody_waits' };
  const why = next.state.owner === me.actor.id ? 'wrote_again' : 'waits';
  return { next, why, group: rules.group(next.state) };
}
