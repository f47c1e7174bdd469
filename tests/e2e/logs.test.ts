// The log of a whole chat, at its most talkative, has no word of what was said, and nothing of who said it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../support/commands';

vi.setConfig({ testTimeout: 30_000 });

const binary = process.env.WRAPUP_BINARY ?? resolve(import.meta.dirname, '../../build/wrapup');
// Each of them only letters, so that no escaping hides one.
let canaries = 0;
const canary = () => `canary${String.fromCharCode(97 + canaries++)}bird`;

describe.each(['text', 'json'])('the log as %s', (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-'));
  const lines: string[] = [];
  const secrets: string[] = [];
  let server: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    const options = ['--demo', '--db', join(folder, 'w.db'), '--listen', '127.0.0.1:0'];
    server = spawn(binary, ['serve', ...options, '--log-format', format, '--access-log'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: server.stderr as NodeJS.ReadableStream }).on('line', (line) => lines.push(line));
    const [said] = await once(server.stdout as NodeJS.ReadableStream, 'data');
    origin = `http://127.0.0.1:${String(said).trim().split(':').at(-1)}`;
  }, 60_000);
  afterAll(() => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const secret = () => {
    const made = canary();
    secrets.push(made);
    return made;
  };
  async function ask(path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Response> {
    return fetch(origin + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'X-Wrapup': '1', 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }
  const envelope = (client: string, n: number, conversation: string, steps: unknown[]) => ({
    client,
    rules_id: secret(),
    after: 0,
    commands: [{ n, conversation, seen: 1000, steps, at: 0 }],
  });

  it('has a line for each request, and in none of them a text, a name, a token or an address', async () => {
    const password = secret();
    await ask('/api/v1/login', {}, { email: `${secret()}@demo.test`, password });
    const login = await ask('/api/v1/login', {}, { email: 'ana@demo.test', password: 'wrapup-demo' });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    secrets.push('wrapup-demo', 'ana@demo', cookie.split('=')[1] ?? '');
    const inbox = await ask('/api/v1/inbox?view=open', { Cookie: cookie });
    const site = (await inbox.json()).rows[0].state.site;

    const arrival = { site, page: `/${secret()}`, locale: secret(), referrer: `https://${secret()}.test/` };
    const visitor = await (await ask('/api/v1/visitors', {}, arrival)).json();
    secrets.push(visitor.token);
    const mine = { Authorization: `Bearer ${visitor.token}` };
    const me = await (await ask('/api/v1/me', mine)).json();
    const chat = newId();
    const steps = [
      { type: 'start', site, channel: 'chat', customer: me.me.actor.id },
      { type: 'receive', text: secret() },
    ];
    const began = await ask('/api/v1/commands', mine, envelope(newId(), 1, chat, steps));
    expect((await began.json()).patch.outcomes[0].code).toBe('ok');
    const client = newId();
    const reply = [{ type: 'claim' }, { type: 'add_note', text: secret() }, { type: 'reply', text: secret() }];
    const replied = await ask('/api/v1/commands', { Cookie: cookie }, envelope(client, 1, chat, reply));
    expect((await replied.json()).patch.outcomes[0].code).toBe('ok');
    await ask('/api/v1/commands', { Cookie: cookie }, envelope(client, 2, chat, [{ type: secret(), text: secret() }]));
    await ask(`/api/v1/search?q=${secret()}`, { Cookie: cookie });
    await ask(`/api/v1/conversations/${secret()}`, { Cookie: cookie });
    await ask(`/api/v1/conversations/${chat}/attachments?name=${secret()}.png`, mine, secret());
    await ask(`/${secret()}?${secret()}=${secret()}`, { 'X-Request-Id': secret(), 'User-Agent': secret() });
    await ask('/api/v1/commands', mine, `{"${secret()}": `);
    await ask('/api/v1/me', { Authorization: `Bearer ${secret()}` });
    await ask('/api/v1/divergences', { Cookie: cookie }, { conversation: chat, state: secret() });
    const named = await ask('/healthz');

    const id = named.headers.get('x-request-id') ?? '';
    expect(id).not.toBe('');
    await expect.poll(() => lines.some((line) => line.includes(id))).toBe(true);
    const requests = lines.filter((line) => line.includes('request') && line.includes('/api/v1/commands'));
    expect(requests.length).toBeGreaterThanOrEqual(4);
    expect(secrets.length).toBeGreaterThan(20);
    for (const one of secrets) expect(lines.filter((line) => line.includes(one))).toEqual([]);
    for (const line of lines) expect(line).not.toMatch(/[\w.]+@[\w.]+|127\.0\.0\.1/);
  });

  it('is one object a line, or one line of words, with when and how grave', () => {
    for (const line of lines)
      if (format === 'json') expect(Object.keys(JSON.parse(line)).slice(0, 3)).toEqual(['time', 'level', 'message']);
      else expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warning|error): /);
  });

  it('says at the end that it has stopped', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    expect(lines.at(-1)).toContain('stopped');
  });
});
