// What an operator does with the program itself: one server a database, and copies of it while it runs.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const binary = process.env.WRAPUP_BINARY ?? resolve(import.meta.dirname, '../../build/wrapup');
const folder = mkdtempSync(join(tmpdir(), 'wrapup-'));
const file = (name: string) => join(folder, name);
let server: ChildProcess;

function wrapup(...args: string[]) {
  return spawnSync(binary, [...args, '--db', file('w.db')], { encoding: 'utf8' });
}

function serve(): Promise<ChildProcess> {
  const started = spawn(binary, ['serve', '--db', file('w.db'), '--listen', '127.0.0.1:0']);
  return new Promise((done) => started.stdout.once('data', () => done(started)));
}

function killed(): Promise<unknown> {
  return new Promise((done) => server.once('exit', done).kill('SIGKILL'));
}

beforeAll(async () => {
  expect(wrapup('demo', '--conversations', '200').status).toBe(0);
  server = await serve();
});
afterAll(async () => {
  await killed();
  rmSync(folder, { recursive: true });
});

it('a second process is refused with one line', () => {
  for (const args of [['serve', '--listen', '127.0.0.1:0'], ['rebuild'], ['policy'], ['demo']]) {
    const second = wrapup(...args);
    expect(second.status).toBe(1);
    expect(second.stderr).toBe(`wrapup: cannot use the database ${file('w.db')}: another Wrapup is using it\n`);
    expect(second.stdout).toBe('');
  }
});

it('a backup is made while the server runs, also after one that was killed', async () => {
  for (const name of ['first.db', 'second.db']) {
    const backup = wrapup('backup', file(name));
    expect(backup.stderr).toBe('');
    expect(backup.stdout).toMatch(/200 conversations, every event up to \d+, \d+ bytes, read through and whole/);
    expect(statSync(file(name)).mode & 0o777).toBe(0o600);
    await killed();
    expect(existsSync(file('w.db.socket'))).toBe(true);
    server = await serve();
  }
  const rebuilt = spawnSync(binary, ['rebuild', '--db', file('first.db')], { encoding: 'utf8' });
  expect(rebuilt.stdout).toBe('200 conversations derived anew, no difference\n');
});
