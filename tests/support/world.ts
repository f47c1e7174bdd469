// A real server on a free port with a file of its own, and people in a real Chromium who use it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type Page,
} from 'playwright-core';

const binary = process.env.WRAPUP_BINARY ?? resolve(import.meta.dirname, '../../build/wrapup');
export const password = 'wrapup-demo';
const patience_ms = 20_000;

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };

export function launchChromium(...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...args, ...more] });
}

/** A Chromium of one person, who finds everything again in this folder when it is started anew. */
export async function launchAt(folder: string): Promise<BrowserContext> {
  // The widget's frame is of another site than the page around it, and keeps what it has to keep only if it may.
  const preferences = join(folder, 'Default/Preferences');
  if (!existsSync(preferences)) {
    mkdirSync(join(folder, 'Default'), { recursive: true });
    writeFileSync(
      preferences,
      JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }),
    );
  }
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, ...desk });
  context.setDefaultTimeout(patience_ms);
  return context;
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

/** What the operator tells the server besides the usual. */
interface Told {
  options?: string[];
  env?: Record<string, string>;
}

export class Server {
  /** What it has said on its error output, line by line. */
  readonly log: string[] = [];
  /** Lines that a test provokes; all others are printed. */
  expected: RegExp | null = null;
  private running: ChildProcess | undefined;
  private constructor(
    readonly port: number,
    /** Another than 127.0.0.1 leaves that one to whatever stands in front of the server. */
    private readonly host: string,
    private readonly folder: string,
    private readonly told: Told,
  ) {}

  static async start(host = '127.0.0.1', told: Told = {}): Promise<Server> {
    const server = new Server(await freePort(), host, mkdtempSync(join(tmpdir(), 'wrapup-')), told);
    await server.run();
    return server;
  }

  get pid() {
    return this.running?.pid;
  }
  get dashboard() {
    return `http://localhost:${this.port}`;
  }
  /** Another origin than the dashboard's, as a customer's website is. */
  get shop() {
    return `http://127.0.0.1:${this.port}/demo`;
  }

  async run(): Promise<void> {
    const listen = `${this.host}:${this.port}`;
    const always = ['serve', '--demo', '--db', this.database, '--listen', listen, '--log-level', 'warning'];
    const options = [...always, ...(this.told.options ?? [])];
    const env = { ...process.env, ...this.told.env };
    const running = spawn(binary, options, { stdio: ['ignore', 'ignore', 'pipe'], env });
    this.running = running;
    createInterface({ input: running.stderr }).on('line', (line) => this.note(line));
    for (let tries = 0; tries < 400 && running.exitCode === null; tries += 1) {
      if (
        await fetch(`http://${listen}/login`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error('the server did not start');
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const running = this.running;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((done) => running.once('exit', done));
    running.kill(signal);
    await gone;
  }

  /** Copies the database, and says where the copy is. */
  backup(): string {
    const copy = join(this.folder, 'copy.db');
    execFileSync(binary, ['backup', copy, '--db', this.database], { stdio: ['ignore', 'ignore', 'inherit'] });
    return copy;
  }

  /** Puts a copy in the place of the database. The server must be stopped. */
  restore(copy: string): void {
    for (const beside of ['-wal', '-shm']) rmSync(this.database + beside, { force: true });
    copyFileSync(copy, this.database);
  }

  /** A new one, with which another system delivers to the demo's site. */
  token(name: string): string {
    const options = ['tokens', 'add', name, '--site', 'demo', '--db', this.database];
    const printed = execFileSync(binary, options, { stdio: ['ignore', 'pipe', 'ignore'] });
    return printed.toString().trim();
  }

  async dispose(): Promise<void> {
    await this.stop('SIGTERM');
    rmSync(this.folder, { recursive: true });
  }

  private get database() {
    return join(this.folder, 'wrapup.db');
  }

  private note(line: string): void {
    this.log.push(line);
    if (!this.expected?.test(line)) console.error(line);
  }
}

/** One person with a browser of their own: cookies and storage are theirs alone. */
export async function aWindow(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...desk, ...options });
  context.setDefaultTimeout(patience_ms);
  return context.newPage();
}

export async function signedIn(browser: Browser, server: Server, who: string, options?: BrowserContextOptions) {
  return signIn(await aWindow(browser, options), server, who);
}

export async function signIn(page: Page, server: Server, who: string): Promise<Page> {
  await page.goto(`${server.dashboard}/login`);
  await page.locator('input[type=email]').fill(`${who}@demo.test`);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/dashboard\/chat\/inbox/);
  return page;
}

/** A visitor on the shop's page, with the widget's panel open. */
export async function visiting(browser: Browser, server: Server, options?: BrowserContextOptions) {
  const page = await aWindow(browser, options);
  await page.goto(server.shop);
  return { page, panel: await openWidget(page) };
}

/** The panel again, after the page was loaded anew: the frame of somebody who is in a chat is there by itself. */
export async function reopenWidget(page: Page): Promise<Frame> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  for (let tries = 0; tries < 200; tries += 1) {
    const frame = page.frames().find((one) => one.url().includes('/widget/frame'));
    if (frame) {
      await page.mouse.click(width - 48, height - 48);
      return frame;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('the widget did not come back');
}

/** The launcher stands in a closed shadow root, so it is clicked where people see it. */
export async function openWidget(page: Page): Promise<Frame> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const opened = page.waitForEvent('frameattached');
  for (let tries = 0; tries < 100; tries += 1) {
    await page.mouse.click(width - 48, height - 48);
    const frame = await Promise.race([opened, new Promise<null>((next) => setTimeout(() => next(null), 100))]);
    if (frame) {
      await frame.waitForURL(/\/widget\/frame/);
      return frame;
    }
  }
  throw new Error('the widget did not open');
}
