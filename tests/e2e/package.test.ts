// What is shipped: the Debian package, the unit that runs it, and a real nginx in front as the example has it.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../support/world';

vi.setConfig({ testTimeout: 30_000 });

const root = resolve(import.meta.dirname, '../..');
const binary = process.env.WRAPUP_BINARY ?? join(root, 'build/wrapup');
const shipped = (name: string) => join(root, 'server/packaging', name);
const folder = mkdtempSync(join(tmpdir(), 'wrapup-'));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the Debian package', () => {
  const unpacked = file('unpacked');
  let fields = '';

  beforeAll(() => {
    const config = join(dirname(binary), 'CPackConfig.cmake');
    execFileSync('cpack', ['--config', config, '-B', file('made')], { cwd: dirname(binary), stdio: 'pipe' });
    const made = execFileSync('sh', ['-c', `ls ${file('made')}/*.deb`], { encoding: 'utf8' }).trim();
    execFileSync('dpkg', ['-x', made, unpacked]);
    fields = execFileSync('dpkg', ['-I', made], { encoding: 'utf8' });
  }, 120_000);

  it('names the shared libraries that it needs, and whom to look after it', () => {
    for (const library of [/libc6/, /libsqlite3-0/, /libsodium23/, /libcpp-httplib0\.\d+/, /libspdlog1\.\d+/])
      expect(fields).toMatch(new RegExp(`Depends:.*\\b${library.source}`));
    expect(fields).toMatch(/postinst/);
  });

  it('holds a program that runs', () => {
    const run = spawnSync(join(unpacked, 'usr/bin/wrapup'), ['--version'], { encoding: 'utf8' });
    expect(run.stdout).toMatch(/^wrapup \d+\.\d+\.\d+\n$/);
    expect(statSync(join(unpacked, 'usr/bin/wrapup')).mode & 0o777).toBe(0o755);
  });

  it('holds the unit, settings, examples, a manual page and completions', () => {
    for (const path of [
      'lib/systemd/system/wrapup.service',
      'share/wrapup/wrapup.conf',
      'share/wrapup/Caddyfile',
      'share/wrapup/nginx.conf',
      'share/man/man1/wrapup.1',
      'share/bash-completion/completions/wrapup',
      'share/zsh/vendor-completions/_wrapup',
      'share/fish/vendor_completions.d/wrapup.fish',
    ])
      expect(statSync(join(unpacked, 'usr', path)).size).toBeGreaterThan(100);
  });

  it('ships settings that the program takes', () => {
    const settings = join(unpacked, 'usr/share/wrapup/wrapup.conf');
    const printed = spawnSync(binary, ['serve', '--config', settings, '--print-config'], { encoding: 'utf8' });
    expect(printed.stderr).toBe('');
    expect(printed.stdout).toContain('db = /var/lib/wrapup/wrapup.db  # ');
    expect(printed.stdout).toContain('trusted-proxy = 127.0.0.1, ::1  # ');
  });
});

describe('behind nginx as in the example', () => {
  let server: ChildProcess;
  let nginx: ChildProcess;
  let origin: string;
  const logged: string[] = [];

  beforeAll(async () => {
    const [own, plain, tls] = [await freePort(), await freePort(), await freePort()];
    execFileSync(
      'openssl',
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -keyout ${file('key.pem')} -out ${file('cert.pem')}`.split(
        ' ',
      ),
      { stdio: 'pipe' },
    );
    const site = readFileSync(shipped('nginx.conf'), 'utf8')
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${own}`)
      .replaceAll('chat.example.com', 'localhost')
      .replaceAll('listen 80;', `listen 127.0.0.1:${plain};`)
      .replaceAll('listen 443 ', `listen 127.0.0.1:${tls} `)
      .replaceAll(/^ *listen \[::\].*$/gm, '')
      .replaceAll(/ssl_certificate .*;/g, `ssl_certificate ${file('cert.pem')};`)
      .replaceAll(/ssl_certificate_key .*;/g, `ssl_certificate_key ${file('key.pem')};`);
    mkdirSync(file('temporary'));
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${file(`temporary/${name}`)};`)
      .join('\n');
    const whole = `daemon off;\npid ${file('nginx.pid')};\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${paths}\n${site}\n}\n`;
    writeFileSync(file('nginx.conf'), whole);
    const options = ['--demo', '--db', file('w.db'), '--listen', `127.0.0.1:${own}`, '--trusted-proxy', '127.0.0.1'];
    server = spawn(binary, ['serve', ...options, '--access-log'], { stdio: ['ignore', 'pipe', 'pipe'] });
    server.stderr?.on('data', (said) => logged.push(String(said)));
    await once(server.stdout as NodeJS.ReadableStream, 'data');
    nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', file('nginx.conf')], { stdio: 'ignore' });
    origin = `https://localhost:${tls}`;
    const asked = ['-sk', '-o', file('said'), '-w', '%{http_code}', `${origin}/healthz`];
    await vi.waitFor(() => expect(spawnSync('curl', asked, { encoding: 'utf8' }).stdout).toBe('200'), 20_000);
  }, 60_000);
  afterAll(() => {
    nginx?.kill('SIGTERM');
    server?.kill('SIGKILL');
  });

  function over(path: string, headers: Record<string, string> = {}, body?: string) {
    const session = connect(origin, { rejectUnauthorized: false });
    const request = session.request({
      ':path': path,
      ':method': body === undefined ? 'GET' : 'POST',
      'content-type': 'application/json',
      'x-wrapup': '1',
      ...headers,
    });
    if (body !== undefined) request.write(body);
    request.end();
    request.setEncoding('utf8');
    return { session, request };
  }
  async function answer(path: string, headers: Record<string, string> = {}, body?: string) {
    const { session, request } = over(path, headers, body);
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    const [head] = await once(request, 'response');
    await once(request, 'end');
    session.close();
    return { status: head[':status'], headers: head, text };
  }

  it('speaks HTTP/2, tells nobody the metrics, and calls a request the same in both logs', async () => {
    const health = await answer('/healthz');
    expect(health.text).toBe('ok\n');
    const id = String(health.headers['x-request-id']);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    await expect.poll(() => logged.join('')).toContain(id);
    expect((await answer('/metrics')).status).toBe(404);
    expect((await answer('/metrics', { 'x-forwarded-for': '' })).status).toBe(404);
  });

  it('streams events as they come', async () => {
    const page = await answer('/demo');
    const site = /widget\.js\?site=([\w-]+)/.exec(page.text)?.[1] ?? '';
    const arrival = JSON.stringify({ site, page: '/', locale: 'en' });
    const { token } = JSON.parse((await answer('/api/v1/visitors', {}, arrival)).text);
    const mine = { authorization: `Bearer ${token}` };
    const { session, request } = over('/api/v1/stream', mine);
    let pushed = '';
    request.on('data', (part) => {
      pushed += part;
    });
    const { me } = JSON.parse((await answer('/api/v1/me', mine)).text);
    await expect.poll(() => pushed, { timeout: 10_000 }).toContain('event: ');
    const steps = [
      { type: 'start', site, channel: 'chat', customer: me.actor.id },
      { type: 'receive', text: 'Hello through nginx' },
    ];
    const commands = [{ n: 1, conversation: 'abcdefghijklmnopqrstuv', seen: 0, steps, at: 0 }];
    const envelope = { client: 'abcdefghijklmnopqrstu0', rules_id: '', after: 0, commands };
    expect((await answer('/api/v1/commands', mine, JSON.stringify(envelope))).status).toBe(200);
    await expect.poll(() => pushed, { timeout: 5_000 }).toContain('Hello through nginx');
    session.destroy();
  });
});

describe('the unit', () => {
  it('is hardened as far as systemd can tell', () => {
    const checked = spawnSync(
      'systemd-analyze',
      ['security', '--offline=yes', '--no-pager', shipped('wrapup.service')],
      { encoding: 'utf8' },
    );
    const exposure = Number(/Overall exposure level for .*: ([\d.]+)/.exec(checked.stdout)?.[1]);
    expect(exposure).toBeGreaterThan(0);
    expect(exposure).toBeLessThan(2);
  });
});
