import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Attaching } from '../sync/attaching';
import type { Files } from '../sync/files';
import type { Me, Store } from '../sync/store';
import type { Transport } from '../sync/transport';
import type { Actions } from './actions';
import type { Canned } from './canned';
import type { Undo } from './undo';

/** What everything that a signed-in agent sees is given. */
export interface Desk {
  store: Store;
  /** For what is not synced: settings. */
  transport: Transport;
  canned: Canned;
  me: Me;
  undo: Undo;
  actions: Actions;
  files: Files;
  attaching: Attaching;
}

const context = createContext<Desk | null>(null);
export const DeskProvider = context.Provider;

export function useDesk(): Desk {
  const desk = useContext(context);
  if (!desk) throw new Error('Drawn outside of the inbox');
  return desk;
}
