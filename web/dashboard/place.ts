import type { Place } from '../rules/types.gen';
import { whyNot } from '../rules/words';
import type { ButtonState, Store } from '../sync/store';
import type { MenuItem } from '../ui/menu';
import { useSettled } from '../ui/settle';
import { meaningOf } from './after_closing';
import { useDesk } from './context';
import type { Controls, Ready } from './controls';
import { forecastOf } from './forecast';
import { listed, standing } from './places';

/** What stands in a single place, ready to be drawn. */
export interface Standing {
  label: string;
  /** What else can come to stand here. */
  also: string[];
  hint: (() => string | null) | undefined;
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
  const meaning = row && meaningOf(row.button, store);
  const label = meaning ? meaning.label : null;
  const settled = useSettled(label);
  if (!row || !meaning || !label) return null;
  return {
    label,
    also: listed(state.buttons, place)
      .map((other) => meaningOf(other.button, store).label)
      .filter((other) => other !== label),
    hint: forecastOf(meaning.button, store, state.row.conversation),
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
  return listed(state.buttons, place).map((row) => {
    const { label, button } = meaningOf(row.button, store);
    return {
      id: row.button,
      label,
      reason: reasonOf(row, state, store) ?? otherwise,
      hint: forecastOf(button, store, state.row.conversation),
      onPress: () => controls.press(row, state),
    };
  });
}
