// g++, clang++ (both under the sanitizers for addresses and undefined behaviour) and the shipped wasm give the same
// answers to a million random cases, others in each run; and so does, as far as customers ask and are told, the wasm for
// them alone. To repeat one: WRAPUP_SEED, and WRAPUP_CASES for how many.
import { randomInt } from 'node:crypto';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { casesPerBlock, compare, natives } from './agree';

const count = Math.ceil(Number(process.env.WRAPUP_CASES ?? 1_000_000) / casesPerBlock);
const seed = process.env.WRAPUP_SEED ?? String(randomInt(2 ** 32));

it(`${natives.map((program) => basename(program)).join(', ')} and wasm agree, seed ${seed}`, {
  timeout: 1_200_000,
}, async () => {
  const { cases, difference } = await compare({ seed, first: 0, count });
  if (difference !== null) throw new Error(difference);
  expect(cases).toBe(count * casesPerBlock);
  console.info(`${cases.toLocaleString('en')} random cases of seed ${seed} compared.`);
});
