// A real server on a free port with a file of its own, and people in a real Chromium who use it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Frame, type Page } from 'playwright-core';

const binary = process.env.WRAPUP_BINARY ?? resolve(import.meta.dirname, '../../build/wrapup');
export const password = 'wrapup-demo';

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

export class Server {
  private running: ChildProcess | undefined;
  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Server> {
    const server = new Server(await freePort(), mkdtempSync(join(tmpdir(), 'wrapup-')));
    await server.run();
    return server;
  }

  get dashboard() {
    return `http://localhost:${this.port}`;
  }
  /** Another origin than the dashboard's, as a customer's website is. */
  get shop() {
    return `http://127.0.0.1:${this.port}/demo`;
  }

  async run(): Promise<void> {
    const args = ['serve', '--demo', '--db', join(this.folder, 'wrapup.db'), '--listen', `127.0.0.1:${this.port}`];
    this.running = spawn(binary, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    for (let tries = 0; tries < 200; tries += 1) {
      if (
        await fetch(`http://127.0.0.1:${this.port}/login`).then(
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
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((done) => running.once('exit', done));
    running.kill(signal);
    await gone;
  }

  async dispose(): Promise<void> {
    await this.stop('SIGTERM');
    rmSync(this.folder, { recursive: true });
  }
}

/** One person with a browser of their own: cookies and storage are theirs alone. */
async function aWindow(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

export async function signedIn(browser: Browser, server: Server, who: string, options?: BrowserContextOptions) {
  const page = await aWindow(browser, options);
  await page.goto(`${server.dashboard}/login`);
  await page.getByLabel(/e-?mail/i).fill(`${who}@demo.test`);
  await page.getByLabel(/password/i).fill(password);
  await page.getByRole('button', { name: /sign in|log in/i }).click();
  await page.waitForURL(/\/dashboard\/chat\/inbox/);
  return page;
}

/** A visitor on the shop's page, with the widget's panel open. */
export async function visiting(browser: Browser, server: Server, options?: BrowserContextOptions) {
  const page = await aWindow(browser, options);
  await page.goto(server.shop);
  return { page, panel: await openWidget(page) };
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
