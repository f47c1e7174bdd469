import type { Availability, Place } from '../rules/types.gen';

export const listed = (buttons: readonly Availability[], place: Place): Availability[] =>
  buttons.filter((button) => button.place === place);

/** What stands in a single place: the first that is enabled, else the first. */
export function standing(buttons: readonly Availability[], place: Place): Availability | null {
  const rows = listed(buttons, place);
  return rows.find((row) => row.rejection === null) ?? rows[0] ?? null;
}
