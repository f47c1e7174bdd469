// What the build says about the size of the rules, and when it fails.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const budget = resolve(import.meta.dirname, '../../web/rules/budget.mjs');
const folder = mkdtempSync(join(tmpdir(), 'wrapup-budget-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Random bytes do not get smaller, and brotli adds a few of its own.
function weigh(wasmBytes: number, glueBytes: number) {
  const files = { wasm: join(folder, 'wrapup.wasm'), glue: join(folder, 'wrapup.js') };
  writeFileSync(files.wasm, randomBytes(wasmBytes));
  writeFileSync(files.glue, randomBytes(glueBytes));
  return spawnSync(process.execPath, [budget, files.wasm, files.glue], { encoding: 'utf8' });
}

it('prints the size of both and passes what is within the budget', () => {
  const { status, stdout, stderr } = weigh(17 * 1024, 4 * 1024);
  expect(stdout).toBe('rules: 21.0 KB brotli of at most 22 KB (wasm 17.0, glue 4.0)\n');
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('fails when both together are over the budget, though neither is alone', () => {
  const { status, stdout, stderr } = weigh(18 * 1024, 5 * 1024);
  expect(stdout).toMatch(/^rules: 23\.0 KB brotli of at most 22 KB/);
  expect(stderr).toMatch(/^The rules are \d+ bytes over their budget\.$/m);
  expect(status).toBe(1);
});
