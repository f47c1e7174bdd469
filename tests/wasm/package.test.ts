// The package @wrapup/rules, as it is for somebody who installs its tarball and has nothing else of ours.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const built = process.env.WRAPUP_RULES ?? resolve(import.meta.dirname, '../../build/rules');
const tsc = resolve(import.meta.dirname, '../../web/node_modules/.bin/tsc');
const project = mkdtempSync(join(tmpdir(), 'wrapup-rules-'));
const installed = join(project, 'node_modules/@wrapup/rules');

function run(command: string, ...args: string[]): string {
  const env = { ...process.env, npm_config_cache: join(project, 'cache'), npm_config_update_notifier: 'false' };
  return execFileSync(command, args, { cwd: project, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  run('npm', 'pack', built);
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(project, 'package.json'), '{ "name": "outsider", "private": true }');
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true }));

it('has in it what it names, and nothing else', () => {
  expect(readdirSync(installed).sort()).toEqual(
    [
      ['LICENSE', 'README.md', 'package.json', 'wrapup.wasm'],
      ['index.js', 'node.js', 'wrapup.js'],
      ['customer_words.d.ts', 'index.d.ts', 'rules.d.ts', 'types.gen.d.ts', 'words.d.ts'],
    ]
      .flat()
      .sort(),
  );
});

it('tells an outsider in Node who may do what, which buttons there are, and why', () => {
  copyFileSync(join(import.meta.dirname, 'outsider.mjs'), join(project, 'outsider.mjs'));
  expect(JSON.parse(run(process.execPath, 'outsider.mjs'))).toEqual({
    waiting: { mayAnaClaim: null, mayMayaClaim: 'not_permitted', mayAnaReply: 'unowned' },
    claimed: {
      mayAnaReply: null,
      mayAnaClose: 'session_active',
      claim: expect.objectContaining({ place: 'ownership', rejection: 'nothing_to_do' }),
      endAndClose: expect.objectContaining({ place: 'primary', rejection: null, asks: 'reply_owed' }),
    },
    before: { owner: null, status: 'new' },
    since: { owner: 'ana', status: 'open', isNow: true },
    words: ['End & Close', 'End the chat first.'],
  });
});

it('does what its README shows', () => {
  const example = /```js\n(.*?)```/s.exec(readFileSync(join(installed, 'README.md'), 'utf8'))?.[1] ?? '';
  writeFileSync(join(project, 'readme.mjs'), example);
  const lines = run(process.execPath, 'readme.mjs').split('\n');
  expect(lines.slice(0, 3)).toEqual(['not_permitted', 'null', 'new']);
  expect(lines).toContain('Send (Claim this conversation to reply.)');
});

it('takes the bytes as well, and its wasm has an address', () => {
  writeFileSync(
    join(project, 'bytes.mjs'),
    `import { readFileSync } from 'node:fs';
    import { loadRules } from '@wrapup/rules';
    const wasm = readFileSync(new URL(import.meta.resolve('@wrapup/rules/wrapup.wasm')));
    console.log((await loadRules(wasm)).rulesId === (await loadRules()).rulesId);`,
  );
  expect(run(process.execPath, 'bytes.mjs')).toBe('true\n');
});

it('has types that hold by themselves, and that know the commands and the reasons', { timeout: 60_000 }, () => {
  // Each expected error is one more if it does not come.
  writeFileSync(
    join(project, 'typed.mts'),
    `import { labels, loadRules, rejections, type Actor, type Rejection, type Rules } from '@wrapup/rules';
    const rules: Rules = await loadRules();
    const ana: Actor = rules.actor({ role: 'agent', id: 'ana', sites: ['shop'] });
    const why: Rejection | null = rules.can(rules.initial(), ana, { type: 'claim' }, { at: 1 });
    export const texts: string[] = rules.buttons(rules.initial(), ana).map(({ button }) => labels[button].short);
    export const sentence: string = why === null ? '' : rejections[why];
    export const version: number = rules.explain({ events: [] }, ana, 1).state.version;
    // @ts-expect-error No such command.
    rules.can(rules.initial(), ana, { type: 'fly' });
    // @ts-expect-error No such reason.
    export const wrong: boolean = why === 'bad_weather';
    // @ts-expect-error A claim has no text.
    rules.decide(rules.initial(), { actor: ana, steps: [{ type: 'claim', text: '' }] });`,
  );
  expect(run(tsc, '--noEmit', '--strict', '--module', 'nodenext', '--lib', 'es2022', 'typed.mts')).toBe('');
});
