// Everything that can be done from where one is, for the palette and for the keys.
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './context';

/** In this order. */
const groups = ['conversation', 'list', 'wrapup'] as const;
export type Group = (typeof groups)[number];

export interface Action {
  id: string;
  group: Group;
  label: string;
  /** The single key that does it, from anywhere but a text. */
  key: string | null;
  /** Why it cannot be done now. */
  reason: string | null;
  run(): void;
}

type Offer = () => readonly Action[];

export interface Actions {
  /** Until the function that it returns is called. */
  offer(offer: Offer): () => void;
  /** Group by group. */
  all(): Action[];
}

export function createActions(): Actions {
  const offers = new Set<Offer>();
  return {
    offer(offer) {
      offers.add(offer);
      return () => offers.delete(offer);
    },
    all() {
      const found = [...offers].flatMap((offer) => offer());
      return groups.flatMap((group) => found.filter((action) => action.group === group));
    },
  };
}

/** For as long as the component is drawn; `offer` is asked when somebody wants to know. */
export function useActions(offer: Offer): void {
  const { actions } = useDesk();
  const latest = useRef(offer);
  latest.current = offer;
  useEffect(() => actions.offer(() => latest.current()), [actions]);
}
