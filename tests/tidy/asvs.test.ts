// tests/asvs.txt says of each requirement of OWASP ASVS 5.0, levels 1 and 2, which test shows it, why it is not ours,
// or that it is open. This checks that it leaves none out and names only tests that there are.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');

// As in 6.2.1-12: the requirements of a section, from one to another.
const numbers = `
  1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2 2.1.1-3 2.2.1-3 2.3.1-4 2.4.1 3.2.1-2 3.3.1-4 3.4.1-6
  3.5.1-5 3.7.1-2 4.1.1-3 4.2.1 4.3.1-2 4.4.1-4 5.1.1 5.2.1-3 5.3.1-2 5.4.1-3 6.1.1-3 6.2.1-12 6.3.1-4
  6.4.1-4 6.5.1-5 6.6.1-3 6.8.1-4 7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2 8.1.1-2 8.2.1-3
  8.3.1 8.4.1 9.1.1-3 9.2.1-4 10.1.1-2 10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3 11.1.1-2
  11.2.1-3 11.3.1-3 11.4.1-4 11.5.1 11.6.1 12.1.1-3 12.2.1-2 12.3.1-4 13.1.1 13.2.1-5 13.3.1-2
  13.4.1-5 14.1.1-2 14.2.1-4 14.3.1-3 15.1.1-3 15.2.1-3 15.3.1-7 16.1.1 16.2.1-5 16.3.1-4 16.4.1-3
  16.5.1-3 17.1.1 17.2.1-4 17.3.1-2
`;

const required = numbers
  .trim()
  .split(/\s+/)
  .flatMap((section) => {
    const [, head = '', parts = ''] = /^(\d+\.\d+)\.(.+)$/.exec(section) ?? [];
    return parts.split(',').flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => `V${head}.${first + i}`);
    });
  });

const rows = text('tests/asvs.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, number, kind, said] = /^(V[\d.]+) +(shown|not ours|open) +(\S.*)$/.exec(line) ?? [];
    return { line, number, kind, said: said ?? '' };
  });

it('every requirement of levels 1 and 2 is answered, in order, and in one way', () => {
  expect(required).toHaveLength(253);
  expect(rows.filter(({ number }) => number === undefined).map(({ line }) => line)).toEqual([]);
  expect([...new Set(rows.map(({ number }) => number))]).toEqual(required);
  const ways = new Set(rows.map(({ number, kind }) => `${number} ${kind}`));
  expect(ways.size).toBe(required.length);
});

it('every test that is named is there', () => {
  const missing = rows.filter(({ kind, said }) => {
    if (kind !== 'shown') return false;
    const [, file = '', name = ''] = /^(\S+): (.+)$/.exec(said) ?? [];
    const quoted = name.replaceAll('"', '\\"');
    return !file.startsWith('tests/') || !["'", '"'].some((mark) => text(file).includes(`${mark}${quoted}${mark}`));
  });
  expect(missing.map(({ line }) => line)).toEqual([]);
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ number }) => number)).size;
  console.log(`ASVS 5.0, levels 1 and 2: ${of('shown')} shown, ${of('not ours')} not ours, ${of('open')} open`);
});
