// The types that a server publishes are what pages in TypeScript compile against, with nothing else of ours.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const web = resolve(import.meta.dirname, '../../web');

/** The numbers of the lines that are refused. */
function refused(sample: string): number[] {
  const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--types', '', '--lib', 'es2020,dom'];
  const files = [resolve(web, 'widget/widget.d.ts'), resolve(import.meta.dirname, 'published', sample)];
  const { stdout } = spawnSync(resolve(web, 'node_modules/.bin/tsc'), [...options, ...files], {
    cwd: resolve(import.meta.dirname, 'published'),
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/^\S+\((\d+),\d+\): error /gm)].map(([, line]) => Number(line));
}

it('a page that calls the widget as it is meant to be called compiles', { timeout: 60_000 }, () => {
  expect(refused('right.ts')).toEqual([]);
});

it('a page that calls it in any other way does not', { timeout: 60_000 }, () => {
  expect([...new Set(refused('wrong.ts'))]).toEqual([2, 3, 4, 5, 6]);
});
