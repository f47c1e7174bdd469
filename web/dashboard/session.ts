import wasm from '@wasm/wrapup.wasm?url';
import { loadRules } from '../rules/rules';
import { createStore, type Store } from '../sync/store';
import type { Transport } from '../sync/transport';

export async function openStore(transport: Transport): Promise<Store> {
  const store = createStore({ rules: await loadRules(wasm), transport, clock: Date.now });
  window.addEventListener('online', () => store.wake());
  return store;
}
