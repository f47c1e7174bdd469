// The built rules, as the tests of the browser's side use them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadCustomerRules } from '@web/rules/customer';
import { type CustomerRules, loadRules, type Rules } from '@web/rules/rules';

const built = process.env.WRAPUP_WASM ?? resolve(import.meta.dirname, '../../build/wasm');

export const rules: Rules = await loadRules(readFileSync(resolve(built, 'wrapup.wasm')));
export const customerRules: CustomerRules = await loadCustomerRules(readFileSync(resolve(built, 'customer.wasm')));
