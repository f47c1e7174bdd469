// A browser with an agent in it, on a machine four times slower.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type {
  Browser,
  BrowserContext,
  CDPSession,
  Locator,
  Page,
} from '../../../web/node_modules/playwright-core/types/types';
import type { Server } from '../processes.ts';

const web = resolve(import.meta.dirname, '../../../web');
export const slowdown = 4;

export interface Desk {
  page: Page;
  session: CDPSession;
}

/** What a browser forgets when it closes never reaches the disk: this one has a profile. `watch` runs before any page. */
export async function inBrowser<Result>(watch: () => void, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const { chromium } = await import(resolve(web, 'node_modules/playwright-core/index.mjs'));
  const profile = mkdtempSync(resolve(tmpdir(), 'wrapup-bench-'));
  const browser: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await browser.newPage();
    await page.addInitScript(watch);
    return await work({ page, session: await browser.newCDPSession(page) });
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true });
  }
}

/** A browser that has never been anywhere. */
export type Visit = () => Promise<Desk & { browser: Browser; close: () => Promise<void> }>;

/** Page and frames share a process, as on a machine with little memory: what slows the one slows the other. */
export async function inOneProcess<Result>(work: (visit: Visit) => Promise<Result>): Promise<Result> {
  const { chromium } = await import(resolve(web, 'node_modules/playwright-core/index.mjs'));
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-site-isolation-trials'],
  });
  const visit = async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    return { page, browser, session: await context.newCDPSession(page), close: () => context.close() };
  };
  try {
    return await work(visit);
  } finally {
    await browser.close();
  }
}

/** Service workers want a secure origin: on this machine, that is localhost. */
export const originOf = (server: Server) => server.origin.replace('127.0.0.1', 'localhost');

export async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.getByLabel(/e-?mail/i).fill('ana@demo.test');
  await page.getByLabel(/password/i).fill('wrapup-demo');
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.locator('.rows .row').first().waitFor();
}

export const slow = (session: CDPSession, rate = slowdown) => session.send('Emulation.setCPUThrottlingRate', { rate });

/** As long as a finger or a mouse takes: to come there, and to press. */
const comesMs = 100;
const pressesMs = 60;

/** As somebody does, not as Playwright: what that looks up on the page beforehand is not to count as the page's work. */
export async function press(target: Locator, modifiers: readonly string[] = []): Promise<void> {
  const one = target.first();
  const page = one.page();
  await one.scrollIntoViewIfNeeded();
  // What comes into view is laid out only then.
  await page.waitForTimeout(comesMs);
  const box = await one.boundingBox();
  if (!box) throw new Error(`not on the page: ${target}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(comesMs);
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.down();
  await page.waitForTimeout(pressesMs);
  await page.mouse.up();
  for (const key of modifiers) await page.keyboard.up(key);
}
