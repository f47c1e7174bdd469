import type { Setting } from '../rules/rules';
import type { Actor } from '../rules/types.gen';
import type { Me } from './protocol';

const colleaguesOf = new WeakMap<Me, Actor[]>();

/** What the rules are asked under, for whoever is signed in. `at`: milliseconds since 1970. */
export function settingOf(me: Me, at: number): Setting {
  // The same list each time, so that the rules need not take it in again.
  const colleagues = colleaguesOf.get(me) ?? me.colleagues.map(({ actor }) => actor);
  colleaguesOf.set(me, colleagues);
  return { policy: me.policy, colleagues, at };
}
