// Who is probably next, and why, in words. It never promises: the server chooses.
import type { ButtonId, Group } from '../rules/types.gen';
import { groups } from '../rules/words';
import type { Foreseen, Store } from '../sync/store';
import { subjectOf } from './subject';

type Nobody = Extract<Foreseen, { nobody: unknown }>['nobody'];

const because: Record<Extract<Foreseen, { next: unknown }>['why'], (group: Group) => string> = {
  wrote_again: () => 'wrote to you again',
  waits: (group) => `waits longest in ${groups[group]}`,
};

const nobody: Record<Nobody, string> = {
  unavailable: 'Nobody is next: you are not available.',
  at_capacity: 'Nobody is next: you have as many in hand as your capacity allows.',
  nobody_waits: 'Probably nobody is next: nobody waits, as far as is known here.',
};

const goingOn: ReadonlySet<ButtonId> = new Set(['next', 'close_and_next', 'send_close_and_next']);

/** Null: it cannot be foreseen. */
export function forecast(store: Store, leaving: string | null): string | null {
  const foreseen = store.foresee(leaving);
  if (foreseen === null) return null;
  if ('nobody' in foreseen) return nobody[foreseen.nobody];
  return `Next is probably ${subjectOf(foreseen.next)}, who ${because[foreseen.why](foreseen.group)}.`;
}

/** For a button that goes on to the next customer. */
export function forecastOf(button: ButtonId, store: Store, leaving: string): (() => string | null) | undefined {
  return goingOn.has(button) ? () => forecast(store, leaving) : undefined;
}
