import type { Actor, Group } from '../rules/types.gen';

/** "2 of 5", or where there is no limit, "2". */
export function inHand({ capacity, load }: Pick<Actor, 'capacity' | 'load'>, group: Group): string {
  const most = capacity[group];
  return most === null ? String(load[group]) : `${load[group]} of ${most}`;
}
