import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Me, Store } from '../sync/store';
import type { Transport } from '../sync/transport';
import type { Actions } from './actions';
import type { Undo } from './undo';

/** What everything below the inbox is given. */
export interface Desk {
  store: Store;
  /** For what is not kept in step: reports, and notes about customers. */
  transport: Transport;
  me: Me;
  undo: Undo;
  actions: Actions;
}

const context = createContext<Desk | null>(null);
export const DeskProvider = context.Provider;

export function useDesk(): Desk {
  const desk = useContext(context);
  if (!desk) throw new Error('Drawn outside of the inbox');
  return desk;
}
