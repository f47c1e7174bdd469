// What an operator does to look after a database: beside a running server, and without one.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const binary = process.env.WRAPUP_BINARY ?? resolve(import.meta.dirname, '../../build/wrapup');
// Each step starts programs, and servers.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'wrapup-'));
const file = (name: string) => join(folder, name);
let server: ChildProcess | null = null;
let origin = '';

function wrapup(...args: string[]) {
  return spawnSync(binary, args, {
    encoding: 'utf8',
    env: { ...process.env, WRAPUP_DB: file('w.db') },
    maxBuffer: 1 << 28,
  });
}

async function serve(): Promise<void> {
  server = spawn(binary, ['serve', '--db', file('w.db'), '--listen', '127.0.0.1:0', '--log-level', 'off']);
  const [said] = await once(server.stdout as NodeJS.ReadableStream, 'data');
  origin = `http://127.0.0.1:${String(said).trim().split(':').at(-1)}`;
}

async function stop(): Promise<void> {
  if (server === null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
  server = null;
}

/** Signs in, and says which history the server goes on with, and what of it there is. */
async function history(): Promise<{ epoch: string; position: number; site: string; rows: { conversation: string }[] }> {
  const login = await fetch(`${origin}/api/v1/login`, {
    method: 'POST',
    headers: { 'X-Wrapup': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'ana@demo.test', password: 'wrapup-demo' }),
  });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const inbox = await fetch(`${origin}/api/v1/inbox?view=open`, { headers: { cookie } });
  return inbox.json();
}

beforeAll(() => {
  expect(wrapup('demo', '--conversations', '60').status).toBe(0);
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

it('the doctor finds a good database well, beside a server and without one', async () => {
  const alone = wrapup('doctor');
  expect(alone.stdout).toMatch(/ok {5}lists: 60 conversations replayed, no difference/);
  expect(alone.stdout).toContain('server: not running');
  expect(alone.stdout).not.toContain('WRONG');
  expect(alone.status).toBe(0);
  await serve();
  const beside = wrapup('doctor', '--public-url', origin);
  expect(beside.stdout).toContain('server: running');
  expect(beside.stdout).toContain(`public address: ${origin} leads to a Wrapup`);
  expect(beside.status).toBe(0);
  await stop();
});

it('the doctor names what is wrong, says what to do, and exits with 1', () => {
  copyFileSync(file('w.db'), file('ill.db'));
  const database = new DatabaseSync(file('ill.db'));
  database.exec(`UPDATE inbox SET state = (SELECT state FROM inbox ORDER BY place DESC LIMIT 1)
                 WHERE place = (SELECT min(place) FROM inbox)`);
  database.close();
  chmodSync(file('ill.db'), 0o644);
  const ill = wrapup('doctor', '--db', file('ill.db'), '--public-url', 'http://127.0.0.1:1');
  expect(ill.status).toBe(1);
  expect(ill.stdout).toMatch(
    /WRONG {2}lists: 60 conversations replayed, 1 differences to the log\n {7}.*wrapup rebuild/,
  );
  expect(ill.stdout).toMatch(/WRONG {2}permissions: .*ill\.db is open to others: mode 644\n {7}chmod go= /);
  expect(ill.stdout).toMatch(/WRONG {2}public address: .* cannot be reached/);
  writeFileSync(file('no.db'), 'x'.repeat(8192), { mode: 0o600 });
  expect(wrapup('doctor', '--db', file('no.db')).stdout).toMatch(/WRONG {2}file: .*no\.db cannot be read/);
  expect(wrapup('doctor', '--db', file('typo.db')).status).toBe(1);
  expect(existsSync(file('typo.db'))).toBe(false);
});

it('a backup is restored with a history of its own, and the former database is kept', async () => {
  await serve();
  const before = await history();
  expect(wrapup('backup', file('copy.db')).status).toBe(0);
  const refused = wrapup('restore', file('copy.db'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toBe(`wrapup: nothing restored: a server is using ${file('w.db')}. Stop it first\n`);
  await stop();
  const restored = wrapup('restore', file('copy.db'));
  expect(restored.stderr).toBe('');
  expect(restored.stdout).toMatch(/60 conversations, every event up to \d+\. Start the server again/);
  expect(restored.status).toBe(0);
  const kept = readdirSync(folder).filter((name) => name.startsWith('w.db.before-restore-'));
  expect(kept).toHaveLength(1);
  expect(wrapup('doctor', '--db', file(kept[0] ?? '')).stdout).toContain('60 conversations replayed, no difference');
  await serve();
  const after = await history();
  expect(after.rows.length).toBeGreaterThan(0);
  expect(after.position).toBe(before.position);
  expect(after.rows).toEqual(before.rows);
  expect(after.epoch).not.toBe(before.epoch);
  await stop();
});

it('what is no whole copy is not restored, and the database stays as it was', () => {
  const before = wrapup('export').stdout;
  writeFileSync(file('none.db'), 'nothing');
  copyFileSync(file('copy.db'), file('cut.db'));
  const bytes = new DatabaseSync(file('cut.db'));
  bytes.exec('PRAGMA application_id = 1');
  bytes.close();
  for (const name of ['none.db', 'cut.db', 'missing.db']) {
    const refused = wrapup('restore', file(name));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('wrapup: nothing restored: ');
  }
  expect(wrapup('export').stdout).toBe(before);
  expect(existsSync(file('w.db.restoring'))).toBe(false);
});

it('everything, a customer or a conversation is exported, the same with a server and without, and no secret', async () => {
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const all = wrapup('export').stdout;
  const kinds = new Set(lines(all).map(({ kind }) => kind));
  for (const kind of ['site', 'agent', 'customer', 'event', 'canned_reply']) expect(kinds).toContain(kind);
  expect(all).not.toContain('password_hash');
  expect(all).not.toContain('$argon2');
  await serve();
  expect(wrapup('export').stdout).toBe(all);
  const customer = lines(all).find(({ kind }) => kind === 'customer').id;
  const theirs = lines(wrapup('export', '--customer', customer).stdout);
  expect(theirs.filter(({ kind }) => kind === 'customer').map(({ id }) => id)).toEqual([customer]);
  const started = theirs.find(({ event }) => event?.type === 'started');
  expect(started.event.customer).toBe(customer);
  const one = lines(wrapup('export', '--conversation', started.conversation).stdout);
  const events = lines(all).filter((line) => line.kind === 'event' && line.conversation === started.conversation);
  expect(one.filter(({ kind }) => kind === 'event')).toEqual(events);
  expect(one.filter(({ kind }) => kind === 'customer')).toHaveLength(1);
  const nobody = wrapup('export', '--customer', 'nobody');
  expect(nobody.status).toBe(1);
  expect(nobody.stderr).toContain('there is nothing of that id');
  await stop();
});

it('every command helps, with an example of itself', () => {
  const commands = [...wrapup('--help').stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1] ?? '');
  expect(commands.length).toBeGreaterThanOrEqual(11);
  for (const command of commands) expect(wrapup(command, '--help').stdout).toContain(`Example: `);
});

it('bash completes commands, their own commands and options', () => {
  const script = wrapup('completion', 'bash').stdout;
  const complete = (...words: string[]) => {
    const asked = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _wrapup; echo "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', asked], { encoding: 'utf8' }).stdout.trim().split(' ');
  };
  expect(complete('wrapup', 'back')).toEqual(['backup']);
  expect(complete('wrapup', 'tokens', '')).toEqual(expect.arrayContaining(['add', 'list', 'revoke']));
  expect(complete('wrapup', 'tokens', 'add', '--si')).toEqual(['--site']);
  expect(complete('wrapup', 'serve', '--streams-')).toEqual(
    expect.arrayContaining(['--streams-max', '--streams-per-user-max']),
  );
});
