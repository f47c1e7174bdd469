// Half an hour of an agent's work on a slow machine, as quickly as it can be done: how long each press takes to show.
import { copyFileSync } from 'node:fs';
import type { Page } from '../../../web/node_modules/playwright-core/types/types';
import { fresh, serve, withConversations } from '../databases.ts';
import { atMost, count, type Finding, median, quantile } from '../figures.ts';
import type { Effort } from '../rounds.ts';
import { type Desk, inBrowser, originOf, press, signIn, slow, slowdown } from './browser.ts';

const conversations = 10_000;
const pressMs = 50;
const growth = 1.5;
/** Customers that are dealt with in a round. */
const customers = 6;
const bulk = 200;
const lookMs = 600;
const typingMs = 80;
const pressesMs = 60;

declare global {
  interface Window {
    /** The longest event of each press, by its id, in milliseconds. */
    presses: Map<number, number>;
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  window.presses = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      const { interactionId, duration } = entry;
      if (interactionId === 0) continue;
      window.presses.set(interactionId, Math.max(duration, window.presses.get(interactionId) ?? 0));
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const view = (page: Page, name: string) =>
  press(page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }));
/** Somebody looks at what has come of it. */
const look = (page: Page) => page.waitForTimeout(lookMs);

/** Claims who waits, answers, closes, and goes to the next one. */
async function dealWith(page: Page, said: string): Promise<void> {
  await view(page, 'Unassigned');
  await look(page);
  await press(page.locator('.rows .row', { hasText: /Chat|Email|SMS/ }));
  await look(page);
  await press(button(page, 'Claim'));
  await look(page);
  await press(page.getByRole('textbox', { name: /^Reply to/ }));
  await page.keyboard.type(said, { delay: typingMs });
  await page.keyboard.press('Control+Enter', { delay: pressesMs });
  await look(page);
  await press(page.locator('.head-actions').getByRole('button', { name: /^(End Chat and Close|Close|Close & Next)$/ }));
  await look(page);
}

async function filter(page: Page): Promise<void> {
  await view(page, 'Open');
  await look(page);
  await press(button(page, 'Filter'));
  await look(page);
  await page.getByRole('combobox', { name: 'Channel', exact: true }).selectOption({ label: 'Email' });
  await page.keyboard.press('Escape', { delay: pressesMs });
  await look(page);
  await press(button(page, /^Remove the filter/));
  await look(page);
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('/', { delay: pressesMs });
  await page.keyboard.type('order', { delay: typingMs });
  await page.getByText(/^\d[\d,]* found$/).waitFor();
  await press(page.locator('.rows .row'));
  await look(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Escape', { delay: pressesMs });
  await look(page);
}

/** Closes many at once, and thinks better of it. */
async function closeMany(page: Page): Promise<void> {
  await view(page, 'Open');
  const rows = page.locator('.rows .row');
  while ((await rows.count()) < bulk) {
    await page.locator('.rows-end').scrollIntoViewIfNeeded();
    await look(page);
  }
  await rows.first().focus();
  await page.keyboard.press('x', { delay: pressesMs });
  await look(page);
  await press(page.locator('.row-choose').nth(bulk - 1), ['Shift']);
  await look(page);
  await press(page.locator('.bulk-actions').getByRole('button', { name: 'Close' }));
  await look(page);
  const anyway = page.getByRole('dialog').locator('.button-primary');
  await anyway.or(button(page, 'Undo')).first().waitFor();
  if (await anyway.isVisible()) await press(anyway);
  await look(page);
  await press(button(page, 'Undo'));
  await look(page);
}

const interactions = () => (performance as { interactionCount?: number }).interactionCount ?? 0;

async function memoryMB({ page, session }: Desk): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const used = await page.evaluate(
    () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize,
  );
  return (used ?? Number.NaN) / 1024 / 1024;
}

export async function work({ rounds }: Effort): Promise<Finding[]> {
  const database = fresh('work.db');
  copyFileSync(await withConversations(conversations), database);
  const server = await serve(database);
  return inBrowser(watch, async (desk) => {
    const { page, session } = desk;
    await signIn(page, originOf(server));
    const round = async () => {
      for (let customer = 0; customer < customers; customer++) await dealWith(page, `Done, number ${customer}.`);
      await filter(page);
      await search(page);
      await closeMany(page);
    };
    // What is loaded once is there from then on.
    await round();
    const before = await memoryMB(desk);
    await page.evaluate(() => window.presses.clear());
    const pressed = await page.evaluate(interactions);
    await slow(session);
    for (let done = 0; done < rounds; done++) await round();
    await slow(session, 1);
    const told = await page.evaluate(() => [...window.presses.values()]);
    const total = (await page.evaluate(interactions)) - pressed;
    await page.waitForTimeout(5_000);
    const after = await memoryMB(desk);
    // Those that are not told took less than the least that is told.
    const all = [...told, ...Array<number>(Math.max(0, total - told.length)).fill(16)];
    const how = `${count(all.length)} presses, half of them within ${median(all)} ms, ${count(conversations)} conversations, processor ${slowdown} times slower`;
    return [
      atMost('press to paint, p95', quantile(all, 0.95), 'ms', pressMs, how),
      atMost('memory after it', after / before, 'x', growth, `${after.toFixed(1)} of ${before.toFixed(1)} MB`),
    ];
  });
}
