// The checks that other tools make: types, and the form of the code.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const web = resolve(import.meta.dirname, '../../web');

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(resolve(web, 'node_modules/.bin', command), args, {
    cwd: web,
    encoding: 'utf8',
  });
  return status === 0 ? 'clean' : stdout + stderr;
}

it('TypeScript finds no error in web/ and tests/', { timeout: 120_000 }, () => {
  expect(run('tsc', '--noEmit')).toBe('clean');
});

it('Biome finds no fault in web/ and tests/', { timeout: 120_000 }, () => {
  expect(run('biome', 'check', '.', '../tests')).toBe('clean');
});
