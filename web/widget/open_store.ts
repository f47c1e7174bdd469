// What a visitor has from the first message on: the rules, and what keeps the conversation in step with the server.
// Loaded once the panel can be used: nobody waits for it before they can write.
import wasm from '@wasm/wrapup.wasm?url';
import { loadRules, type Rules } from '../rules/rules';
import { browserPorts } from '../sync/browser';
import { createStore, type Store } from '../sync/store';
import type { Transport } from '../sync/transport';

let rules: Promise<Rules> | null = null;

/** So that opening does not wait. What failed is tried again the next time. */
export function prepare(): Promise<Rules> {
  rules ??= loadRules(wasm).catch((fault: unknown) => {
    rules = null;
    throw fault;
  });
  return rules;
}

export async function openStore(transport: Transport, database: string): Promise<Store> {
  const keep = { name: database, person: null, ports: browserPorts() };
  return createStore({ rules: await prepare(), transport, clock: Date.now, keep });
}
