import type { Place } from '../rules/types.gen';
import type { ButtonState } from '../sync/store';

export const listed = (buttons: readonly ButtonState[], place: Place): ButtonState[] =>
  buttons.filter((button) => button.place === place);

/** What stands in a single place: the first that is enabled, else the first. */
export function standing(buttons: readonly ButtonState[], place: Place): ButtonState | null {
  const rows = listed(buttons, place);
  return rows.find((row) => row.rejection === null) ?? rows[0] ?? null;
}
