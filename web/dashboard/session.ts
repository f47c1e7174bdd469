// Whose desk this is, and what this browser keeps for them.
import type { Signal } from '@preact/signals';
import wasm from '@wasm/wrapup.wasm?url';
import { loadRules, type Rules } from '../rules/rules';
import { browserPorts, whenNetworkChanges } from '../sync/browser';
import { createStore, type Store } from '../sync/store';
import type { Transport } from '../sync/transport';
import { drop, keep, kept } from '../ui/kept';
import { follow } from '../ui/now';
import { learnTopicNames } from './topic_name';

export type Opened = Signal<Store | null | 'failed'>;

export const storeIn = (opened: Opened['value']): Store | null => (opened === 'failed' ? null : opened);

const databaseOf = (person: string) => `wrapup agent ${person}`;
const personKey = 'person';

/** Opens the desk of whoever was here last, as this browser kept it, before the server has answered. */
export async function openDesk(transport: Transport, opened: Opened): Promise<void> {
  try {
    open(await loadRules(wasm), transport, opened, kept(personKey));
  } catch {
    opened.value = 'failed';
    return;
  }
  const store = () => storeIn(opened.peek());
  whenNetworkChanges(() => store()?.wake());
  // A page that is hidden may not come back.
  document.addEventListener('visibilitychange', () => void store()?.settled());
}

function open(rules: Rules, transport: Transport, opened: Opened, person: string | null): void {
  const ports = person === null ? null : browserPorts();
  const keeping = { name: databaseOf(person ?? ''), person, ports };
  const store = createStore({ rules, transport, clock: Date.now, keep: keeping });
  opened.value = store;
  follow(store.now);
  const stop = store.me.subscribe((me) => {
    if (me !== null) learnTopicNames(me);
    if (me === null || me.actor.id === person) return;
    // Somebody else is signed in: they have an inbox and an outbox of their own.
    queueMicrotask(() => {
      stop();
      store.close();
      keep(personKey, me.actor.id);
      open(rules, transport, opened, me.actor.id);
    });
  });
}

/** Signed out: nothing that customers wrote stays on this device, unless something of it still has to be sent. */
export function forget(store: Store): void {
  const person = store.me.peek()?.actor.id;
  const nothingWaits = store.pending.peek().length === 0;
  store.close();
  drop(personKey);
  try {
    if (person !== undefined && nothingWaits) indexedDB.deleteDatabase(databaseOf(person));
  } catch {
    // Nothing was kept.
  }
}
