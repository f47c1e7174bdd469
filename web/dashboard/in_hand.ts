import type { Actor, Group } from '../rules/types.gen';
import { words } from '../words/dashboard';

/** "2 of 5", or where there is no limit, "2". */
export function inHand({ capacity, load }: Pick<Actor, 'capacity' | 'load'>, group: Group): string {
  return words.shift.load.of(load[group], capacity[group]);
}
