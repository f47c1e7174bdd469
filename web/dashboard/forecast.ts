// Who is probably next, and why, in words. It never promises: the server chooses.
import type { ButtonId, Group } from '../rules/types.gen';
import { groups } from '../rules/words';
import type { Foreseen, Store } from '../sync/store';
import { words } from '../words/dashboard';
import { subjectOf } from './subject';

type Nobody = Extract<Foreseen, { nobody: unknown }>['nobody'];

const said = words.shift.forecast;
const next: Record<Extract<Foreseen, { next: unknown }>['why'], (subject: string, group: Group) => string> = {
  wrote_again: said.wroteAgain,
  waits: (subject, group) => said.waits(subject, groups[group]),
};
const nobody: Record<Nobody, string> = {
  unavailable: said.unavailable,
  at_capacity: said.atCapacity,
  nobody_waits: said.nobodyWaits,
};

const goingOn: ReadonlySet<ButtonId> = new Set(['next', 'close_and_next', 'send_close_and_next']);

/** Null: it cannot be foreseen. */
export function forecast(store: Store, leaving: string | null): string | null {
  const foreseen = store.foresee(leaving);
  if (foreseen === null) return null;
  if ('nobody' in foreseen) return nobody[foreseen.nobody];
  return next[foreseen.why](subjectOf(foreseen.next), foreseen.group);
}

/** For a button that goes on to the next customer. */
export function forecastOf(button: ButtonId, store: Store, leaving: string): (() => string | null) | undefined {
  return goingOn.has(button) ? () => forecast(store, leaving) : undefined;
}
