// The rules for customers alone, as compiled from core/: for the page of a visitor.
import instantiate from '@wasm/customer.mjs';
import { rulesOf, sourceOf } from './customer_rules';
import type { CustomerRules } from './rules';

/** `wasm` as in loadRules(). Nothing may be asked of them about anybody but customers. */
export async function loadCustomerRules(wasm: string | Uint8Array): Promise<CustomerRules> {
  return rulesOf(await instantiate(sourceOf(wasm))).rules;
}
