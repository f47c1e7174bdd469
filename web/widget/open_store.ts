// What a visitor has from the first message on: the rules, and what keeps the conversation in step with the server.
// Loaded once the panel can be used: nobody waits for it before they can write.
import wasm from '@wasm/customer.wasm?url';
import { loadCustomerRules } from '../rules/customer';
import type { CustomerRules } from '../rules/rules';
import { browserPorts } from '../sync/browser';
import type { VisitorStore } from '../sync/model';
import type { Transport } from '../sync/transport';
import { createVisitorStore } from '../sync/visitor_store';

let rules: Promise<CustomerRules> | null = null;

/** So that opening does not wait. What failed is tried again the next time. */
export function prepare(): Promise<CustomerRules> {
  rules ??= loadCustomerRules(wasm).catch((fault: unknown) => {
    rules = null;
    throw fault;
  });
  return rules;
}

export async function openStore(transport: Transport, database: string): Promise<VisitorStore> {
  const keep = { name: database, person: null, ports: browserPorts() };
  return createVisitorStore({ rules: await prepare(), transport, clock: Date.now, keep });
}
