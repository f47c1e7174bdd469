// What it takes to open the dashboard for the first time, on a slow machine.
import { copyFileSync } from 'node:fs';
import { fresh, serve, withConversations } from '../databases.ts';
import { atMost, type Finding, median } from '../figures.ts';
import type { Effort } from '../rounds.ts';
import { inBrowser, originOf, signIn, slow, slowdown } from './browser.ts';

const conversations = 10_000;
/** What keeps the page busy for longer than this, blocks it, as Lighthouse counts. */
const taskMs = 50;
const settledMs = 5_000;

interface Load {
  paintedMs: number;
  blockedMs: number;
  shifted: number;
  kB: number;
}

declare global {
  interface Window {
    loading: { paintedMs: number; shifted: number; tasks: { at: number; ms: number }[] };
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  window.loading = { paintedMs: 0, shifted: 0, tasks: [] };
  const observe = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe('largest-contentful-paint', ({ startTime }) => {
    window.loading.paintedMs = startTime;
  });
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) window.loading.shifted += value;
  });
  observe('longtask', ({ startTime: at, duration: ms }) => window.loading.tasks.push({ at, ms }));
}

/** Runs in the page. */
function loaded(task: number): Load {
  const { paintedMs, shifted, tasks } = window.loading;
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const files = (parts as PerformanceResourceTiming[]).filter(({ name }) => !name.includes('/api/'));
  return {
    paintedMs,
    shifted,
    blockedMs: tasks.filter(({ at }) => at > painted).reduce((sum, { ms }) => sum + ms - task, 0),
    kB: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
  };
}

export async function firstLoad({ rounds }: Effort): Promise<Finding[]> {
  const database = fresh('first-load.db');
  copyFileSync(await withConversations(conversations), database);
  const server = await serve(database);
  return inBrowser(watch, async ({ page, session }) => {
    const origin = originOf(server);
    await signIn(page, origin);
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round++) {
      await session.send('Storage.clearDataForOrigin', {
        origin,
        storageTypes: 'indexeddb,local_storage,service_workers,cache_storage',
      });
      await session.send('Network.clearBrowserCache');
      await slow(session);
      await page.goto('about:blank');
      await page.goto(`${origin}/dashboard/chat/inbox`);
      await page.locator('.rows .row').first().waitFor();
      await page.waitForTimeout(settledMs);
      loads.push(await page.evaluate(loaded, taskMs));
      await slow(session, 1);
    }
    const of = (what: keyof Load) => median(loads.map((load) => load[what]));
    const how = `median of ${rounds} loads with nothing kept, processor ${slowdown} times slower`;
    return [
      atMost('largest paint', of('paintedMs') / 1000, 's', 1.5, how),
      atMost('blocked', of('blockedMs'), 'ms', 150, how),
      atMost('moved', of('shifted'), 'x', 0.02, 'cumulative layout shift'),
      atMost('fetched', of('kB'), 'kB', 120, 'all but what the API says, as it is sent'),
    ];
  });
}
