// Prints what the rules cost, native and as wasm, in one table. Usage: node rules_bench-….js BUILD
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Border } from '@web/rules/border';
import { Kept } from '@web/rules/kept';
import { loadRules } from '@web/rules/rules';
import type { Actor, Command, Conversation } from '@web/rules/types.gen';

const [built = ''] = process.argv.slice(2);
const wasm = readFileSync(join(built, 'wasm/wrapup.wasm'));
const rules = await loadRules(wasm);

// As loadRules() does, which hands out only what the pages need.
const { default: instantiate } = await import('@wasm/wrapup.mjs');
const core = await instantiate({ wasmBinary: wasm });
const kept = new Kept(core, new Border(core));

// The same chat as in rules_bench.cpp.
const visitor = rules.actor({ role: 'customer', id: 'vera', sites: ['shop'] });
const ana = rules.actor({ role: 'agent', id: 'ana', sites: ['shop'], available: ['voice', 'messaging', 'mail'] });
const ben = { ...ana, id: 'ben' };
const setting = { policy: rules.defaultPolicy(), colleagues: [ana, ben], at: 1_000 };

function after(state: Conversation, actor: Actor, steps: Command[]): Conversation {
  const request = { actor, seen: state.version, confirmed: [], steps };
  const decision = rules.decide(state, request, setting);
  if ('rejection' in decision) throw new Error(decision.rejection);
  return decision.events.reduce((later, event) => rules.evolve(later, event), state);
}

const start: Command = { type: 'start', site: 'shop', channel: 'chat', customer: 'vera', linked_to: null };
const fresh = after(rules.initial(), visitor, [start, { type: 'receive', text: 'Where is my parcel?' }]);
const owned = after(fresh, ana, [{ type: 'claim' }]);

/** A list as an inbox draws it: each row its own object, all kept. */
const rows = Array.from({ length: 500 }, () => ({ ...owned }));
const batches = 401;
let sink = 0;

/** In nanoseconds. The first half of the batches is for the compilers to warm up. */
function medianOf(work: (row: Conversation) => number): number {
  const took: number[] = [];
  for (let batch = 0; batch < 2 * batches; batch += 1) {
    const begin = process.hrtime.bigint();
    for (const row of rows) sink += work(row);
    took.push(Number(process.hrtime.bigint() - begin) / rows.length);
  }
  const warm = took.slice(batches).sort((a, b) => a - b);
  return warm[(batches - 1) / 2] ?? Number.NaN;
}

function print(name: string, nanoseconds: number, wanted = ''): void {
  console.log(`${name.padEnd(48)} ${(nanoseconds / 1000).toFixed(2).padStart(5)} µs  ${wanted}`.trimEnd());
}

let nativeAvailable = Number.NaN;
for (const line of execFileSync(join(built, 'tests/rules_bench'), { encoding: 'utf8' }).trim().split('\n')) {
  const [name = '', nanoseconds] = line.split('\t');
  if (name === 'available') nativeAvailable = Number(nanoseconds);
  else print(`native, ${name}: decide, evolve, available`, Number(nanoseconds), 'wanted: under 1');
}
const packed = medianOf((row) => kept.packed(row, ana, setting).length);
print('native, available', nativeAvailable);
print('wasm, available, packed: a row of a list', packed, 'wanted: under 1');
print(
  'wasm, available, as objects',
  medianOf((row) => rules.available(row, ana, setting).length),
  'wanted: under 8',
);
console.log(`wasm, packed : native = ${(packed / nativeAvailable).toFixed(1)} : 1`);
if (sink === 0) throw new Error('there were no buttons');
