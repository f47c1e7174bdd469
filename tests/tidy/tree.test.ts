// Checks the repository itself: who may include whom, one clock, short files, nothing left over.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && file !== 'tests/node_modules');
const sources = files.filter((file) => /\.(cpp|hpp|ts|tsx|mjs|css)$/.test(file) && !file.includes('.gen.'));
const text = (file: string) => readFileSync(join(root, file), 'utf8');

// Places where a pattern stands, as "file:line".
function places(pattern: RegExp, among: string[]): string[] {
  return among.flatMap((file) =>
    text(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('the tree', () => {
  it('has nothing at the top but what the map in the README names', () => {
    const top = new Set(files.map((file) => file.split('/')[0]).filter((name) => !name?.startsWith('.')));
    expect([...top].sort()).toEqual(
      ['CMakeLists.txt', 'LICENSE', 'README.md', 'core', 'server', 'tests', 'wasm', 'web'].sort(),
    );
  });

  it('has no source file over 400 lines', () => {
    const long = sources.filter((file) => text(file).split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('has no reminders left in the code', () => {
    const reminder = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
    expect(places(reminder, sources)).toEqual([]);
  });

  it('skips and focuses no test', () => {
    const skipping = /\b(it|test|describe)\.(skip|only|todo)\b|\[!mayfail\]|"\[\.\]"|\bSKIP\(/;
    const tests = sources.filter((file) => file.startsWith('tests/') && !file.startsWith('tests/tidy/'));
    expect(places(skipping, tests)).toEqual([]);
  });
});

describe('who may include whom', () => {
  const includes = (folder: string) =>
    places(
      /^#include "/,
      sources.filter((file) => file.startsWith(folder)),
    );
  const imports = (folder: string) =>
    places(
      /(from|import\() ?'(\.|@web)/,
      sources.filter((file) => file.startsWith(folder) && !file.endsWith('.css')),
    );

  // folder → what its own-project includes and imports must match
  const cpp: [string, RegExp][] = [
    ['core/', /"core\//],
    ['wasm/', /"(core|wasm)\//],
    ['server/store/', /"(core\/|server\/(store\/|[a-z_]+\.hpp))/],
    ['server/push/', /"(core\/|server\/(push\/|store\/|[a-z_]+\.hpp))/],
    ['server/', /"(core|server)\//],
  ];
  it.each(cpp)('%s includes only what it may', (folder, allowed) => {
    const found = includes(folder);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => !allowed.test(line))).toEqual([]);
  });

  const ts: [string, RegExp][] = [
    ['web/rules/', /'(\.{1,2}\/){1,2}(words|customer_words|types\.gen)'|'\.\/|@wasm/],
    ['web/sync/', /'(\.\/|\.\.\/rules\/|\.\.\/sync\/)/],
    ['web/words/', /'(\.\/|(\.\.\/){1,2}(rules|words)\/|\.\.\/[a-z_]+')/],
    ['web/ui/', /'(\.\/|\.\.\/(rules|sync|ui|words)\/)/],
    ['web/dashboard/', /'(\.\/|\.\.\/[a-z_]+'|(\.\.\/){1,2}(rules|sync|ui|words|dashboard)\/|@wasm)/],
    ['web/widget/', /'(\.\/|\.\.\/(rules|sync|ui|words|widget)\/|@wasm)/],
  ];
  it.each(ts)('%s imports only what it may', (folder, allowed) => {
    const found = imports(folder);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((line) => !allowed.test(line))).toEqual([]);
  });

  it('the pages say nothing but what is in their catalogues', () => {
    const pages = sources.filter((file) => /^web\/(ui|dashboard|widget|sync)\/.*\.tsx?$/.test(file));
    const between = />[^<>{}=;()]*[A-Za-z]{3,}[^<>{}=;()]*<\/(?!kbd)/;
    const attribute = /\b(label|title|placeholder|alt|hint|text|caption)="[^"]*[A-Za-z]{2}/;
    const alone = /^\s+[A-Z][a-z]+( [a-z',]+)+[.!?…]?$/;
    // The keys of a table in which the server's texts are looked up are not said.
    const quoted = /'[A-Z][a-z]+( [A-Za-z][^']*)'(?!: )/;
    const said = places(new RegExp([between, attribute, alone, quoted].map(({ source }) => source).join('|')), pages);
    const words = said.filter((line) => !/loader_words\.ts|throw new Error|Wrapup[<"]|^\S+ (\/\/|\*|\/\*)/.test(line));
    expect(words).toEqual([]);
  });

  it('the loader, which runs on customers’ pages, imports the bridge, its own parts, and how colours contrast', () => {
    const parts = sources.filter((file) => file.startsWith('web/widget/loader') && !file.endsWith('.css'));
    const found = places(/^import /, parts).filter((line) => !/import type/.test(line));
    expect(
      found.filter((line) => !/'(\.\/(bridge|loader_[a-z]+|loader\.css\?inline)|\.\.\/ui\/contrast)'/.test(line)),
    ).toEqual([]);
  });

  it('the core uses the standard library only: no clock, no random, no streams, no exceptions', () => {
    const core = sources.filter((file) => file.startsWith('core/'));
    expect(places(/#include <(ctime|random|iostream|fstream|thread|mutex|unordered_\w+|regex)>/, core)).toEqual([]);
    expect(places(/::now\(|\bthrow\b|\btry\b|dynamic_cast|typeid|\blong\b|\bdouble\b|\bfloat\b/, core)).toEqual([]);
  });

  it('only clock.hpp reads the clock of the server', () => {
    const others = sources.filter((file) => file.startsWith('server/') && file !== 'server/clock.hpp');
    expect(places(/system_clock::now|(?<!\.)\btime\((nullptr|NULL|0)\)|gettimeofday/, others)).toEqual([]);
  });

  it('HTTP holds no SQL, and the store and the push know no HTTP', () => {
    const of = (folder: string) => sources.filter((file) => file.startsWith(folder));
    expect(places(/\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/, of('server/http/'))).toEqual([]);
    expect(places(/httplib/, [...of('server/store/'), ...of('server/push/')])).toEqual([]);
  });

  it('the pages decide nothing about a conversation, and render nobody’s HTML', () => {
    const pages = sources.filter((file) => /^web\/(ui|dashboard|widget)\//.test(file));
    expect(places(/(phase|session|answer)\.type\s*[!=]==/, pages)).toEqual([]);
    expect(places(/innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/, pages)).toEqual([]);
    expect(places(/postMessage\([^)]*['"]\*['"]/, pages)).toEqual([]);
  });
});

describe('what is generated and committed', () => {
  it('types.gen.ts is what the shapes give', () => {
    const emitted = execFileSync(process.env.WRAPUP_TYPES ?? join(root, 'build/emit_types'), { encoding: 'utf8' });
    expect(text('web/rules/types.gen.ts')).toBe(emitted);
  });

  it('the lock file names no registry', () => {
    expect(places(/"resolved"/, ['web/package-lock.json'])).toEqual([]);
  });
});
