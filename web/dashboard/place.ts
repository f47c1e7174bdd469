import type { Place } from '../rules/types.gen';
import { whyNot } from '../rules/words';
import type { ButtonState, Store } from '../sync/store';
import type { MenuItem } from '../ui/menu';
import { useSettled } from '../ui/settle';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { labelOf } from './labels';
import { listed, standing } from './places';

/** What stands in a single place, ready to be drawn. */
export interface Standing {
  label: string;
  /** What else can come to stand here. */
  also: string[];
  reason: string | null;
  press: () => void;
}

export const ownerName = (store: Store, owner: string | null): string | null =>
  owner && store.nameOf({ role: 'agent', id: owner });

export const reasonOf = (row: ButtonState, state: Ready, store: Store): string | null =>
  row.rejection && whyNot(row.rejection, ownerName(store, state.row.state.owner));

export function usePlace(state: Ready, place: Place, controls: Controls): Standing | null {
  const { store } = useDesk();
  const row = standing(state.buttons, place);
  const label = row && labelOf(row.button);
  const settled = useSettled(label);
  if (!row || !label) return null;
  return {
    label,
    also: listed(state.buttons, place)
      .map((other) => labelOf(other.button))
      .filter((other) => other !== label),
    reason: reasonOf(row, state, store),
    press: () => settled.current && controls.press(row, state),
  };
}

/** `otherwise`: why none of them can be pressed for now. */
export function menuItems(
  state: Ready,
  place: Place,
  controls: Controls,
  store: Store,
  otherwise: string | null = null,
): MenuItem[] {
  return listed(state.buttons, place).map((row) => ({
    id: row.button,
    label: labelOf(row.button),
    reason: reasonOf(row, state, store) ?? otherwise,
    onPress: () => controls.press(row, state),
  }));
}
