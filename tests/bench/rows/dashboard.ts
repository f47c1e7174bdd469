// What an agent feels: the dashboard with ten thousand conversations in its storage, on a machine four times slower.
import type { Page } from '../../../web/node_modules/playwright-core/types/types';
import { fresh, serve } from '../databases.ts';
import { atMost, type Finding, median, quantile } from '../figures.ts';
import type { Effort } from '../rounds.ts';
import { inBrowser, originOf, signIn, slow, slowdown } from './browser.ts';

const conversations = 10_000;
const frameMs = 32;
/** A button that has just changed ignores clicks for 400 ms. */
const settleMs = 450;

declare global {
  interface Window {
    /** How long each command took from being asked for to being on the disk. */
    queued: number[];
    /** How long each click took until the next frame was painted, as the Event Timing API has it. */
    clicks: number[];
    /** When the first row of the list was painted. */
    listed: number | null;
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  Object.assign(window, { queued: [], clicks: [], listed: null });
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const begun = performance.now();
    const made = transaction.apply(this, args);
    // Numbering a command and keeping it is the one that has to do with just these two.
    if ([...made.objectStoreNames].join() === 'meta,outbox' && made.mode === 'readwrite')
      made.addEventListener('complete', () => window.queued.push(performance.now() - begun));
    return made;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'click') window.clicks.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const looking = setInterval(() => {
    if (!document.querySelector('.rows .row')) return;
    clearInterval(looking);
    requestAnimationFrame(() => setTimeout(() => (window.listed = performance.now())));
  }, 5);
}

/** Runs in the page: the conversations that there are, many times over, as if all had been loaded. */
async function fill(count: number): Promise<void> {
  const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('wrapup agent '))?.name ?? '';
  const request = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((done) => {
    request.onsuccess = () => done(request.result);
  });
  const tx = db.transaction(['meta', 'inbox'], 'readwrite');
  const rows = tx.objectStore('inbox').getAll();
  rows.onsuccess = () => {
    for (let at = 0; at < count; at++) {
      const kept = structuredClone(rows.result[at % rows.result.length]);
      kept.row.conversation = `filled-${at}`;
      kept.row.activity_at -= 86_400_000 + at * 1000;
      tx.objectStore('inbox').put({ ...kept, whole: false, recent: -kept.row.activity_at }, kept.row.conversation);
    }
    tx.objectStore('meta').put({ open: { next: null, oldest: 0 }, unassigned: { next: null, oldest: 0 } }, 'lists');
  };
  await new Promise((done) => {
    tx.oncomplete = done;
  });
  db.close();
}

async function starts(page: Page, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.reload();
    await page.waitForFunction(() => window.listed !== null);
    times.push(await page.evaluate(() => window.listed ?? 0));
  }
  return times;
}

/** Claims and gives back, again and again. */
async function clickThrough(page: Page, clicks: number): Promise<number[]> {
  await page.locator('.row', { hasText: 'Unassigned' }).first().click();
  const button = page.locator('.head-actions > .button, .head-actions > span > .button').first();
  await button.waitFor();
  for (let click = 0; click < clicks; click++) {
    await button.click();
    await page.waitForTimeout(settleMs);
  }
  // Those that are not told took less than the least that is told.
  const told = await page.evaluate(() => window.clicks);
  return [...told, ...Array<number>(Math.max(0, clicks - told.length)).fill(16)];
}

async function note(page: Page, notes: number): Promise<number[]> {
  await page.getByRole('tab', { name: 'Internal note' }).click();
  const area = page.getByRole('textbox', { name: 'Internal note' });
  await page.evaluate(() => window.queued.splice(0));
  for (let at = 0; at < notes; at++) {
    await area.fill(`note ${at}`);
    await area.press('Control+Enter');
    await page.waitForFunction((wanted) => window.queued.length >= wanted, at + 1);
    await page.waitForTimeout(settleMs);
  }
  return page.evaluate(() => window.queued);
}

/** Start, click and queue. */
export async function dashboard({ rounds }: Effort): Promise<Finding[]> {
  const server = await serve(fresh('dashboard.db'));
  return inBrowser(watch, async ({ page, session }) => {
    await signIn(page, originOf(server));
    await page.waitForTimeout(1_000);
    await page.evaluate(fill, conversations);
    await slow(session);
    const listed = await starts(page, rounds);
    const clicks = await clickThrough(page, rounds * 40);
    await slow(session, 1);
    const queued = await note(page, rounds * 40);
    const how = `${conversations.toLocaleString('en')} conversations, processor ${slowdown} times slower`;
    return [
      atMost('first list painted', median(listed) / 1000, 's', 1, `median of ${rounds} starts, ${how}`),
      atMost(
        'click to paint, p95',
        quantile(clicks, 0.95),
        'ms',
        frameMs,
        `${clicks.length} clicks, half of them within ${median(clicks)} ms, ${how}`,
      ),
      atMost(
        'a command on the disk, p99',
        quantile(queued, 0.99),
        'ms',
        5,
        `${queued.length} notes, one by one; half of them within ${median(queued).toFixed(1)} ms`,
      ),
    ];
  });
}
