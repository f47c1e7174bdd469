// How a page feels to somebody with a slow telephone: what Lighthouse makes a score of, and how soon presses show.
import { slow, type Visit } from './browser.ts';

/** As Lighthouse's "slow 4G" is applied by the browser's own tools. */
const network = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const longTask_ms = 50;
const settled_ms = 1_500;
/** What takes less is not told. */
const least_ms = 16;

export interface Experience {
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  shifted: number;
  /** Of each press, until what came of it was painted. */
  presses: number[];
}

declare global {
  interface Window {
    felt: { largestPaint: number; shifted: number; tasks: PerformanceEntry[]; presses: Record<number, number> };
  }
}

/** Runs in the page before anything of it. */
function watch(): void {
  const felt: typeof window.felt = { largestPaint: 0, shifted: 0, tasks: [], presses: {} };
  window.felt = felt;
  const observe = (type: string, see: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  observe('largest-contentful-paint', ({ startTime }) => {
    felt.largestPaint = startTime;
  });
  observe('layout-shift', (entry) => {
    felt.shifted += (entry as PerformanceEntry & { value: number }).value;
  });
  observe('longtask', (entry) => felt.tasks.push(entry));
  observe('event', (entry) => {
    const { interactionId: id, duration } = entry as PerformanceEventTiming & { interactionId: number };
    if (id > 0) felt.presses[id] = Math.max(duration, felt.presses[id] ?? 0);
  });
}

/** Somebody comes for the first time, looks, and uses it. */
export async function experienceOf(visit: Visit, address: string): Promise<Experience> {
  const { page, session, close } = await visit();
  await page.addInitScript(watch);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await slow(session);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(settled_ms);
  for (const link of await page.locator('main a').all()) {
    await link.click({ delay: 60 });
    await page.waitForTimeout(100);
    await page.keyboard.press('Tab', { delay: 60 });
  }
  await page.waitForTimeout(settled_ms);
  const felt = await page.evaluate((longTask) => {
    const { largestPaint, shifted, tasks, presses } = window.felt;
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const late = tasks.filter(({ startTime }) => startTime > firstPaint);
    const blocked = late.reduce((sum, { duration }) => sum + duration - longTask, 0);
    return { firstPaint, largestPaint, shifted, blocked, presses: Object.values(presses) };
  }, longTask_ms);
  await close();
  return felt;
}

/** Of so few presses, INP is the slowest. */
export const worst = ({ presses }: Experience) => Math.max(least_ms, ...presses);

/** The error function, to seven digits (Abramowitz and Stegun 7.1.26). */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

/** A log-normal curve through 0.9 at `good` and 0.5 at `median`, as Lighthouse documents its scoring. */
function curve(value: number, good: number, median: number): number {
  const ninth = 0.9061938024368232; // errorFunction of this is 0.8.
  const standard = (Math.log(Math.max(value, 1e-9) / median) * ninth) / Math.log(median / good);
  return (1 - errorFunction(standard)) / 2;
}

/** Of 100: Lighthouse 10's weights and curves for telephones, without its Speed Index (10 %), which needs a film. */
export function score({ firstPaint, largestPaint, blocked, shifted }: Experience): number {
  const parts: [weight: number, part: number][] = [
    [10, curve(firstPaint, 1_800, 3_000)],
    [25, curve(largestPaint, 2_500, 4_000)],
    [30, curve(blocked, 200, 600)],
    [25, curve(shifted, 0.1, 0.25)],
  ];
  const weights = parts.reduce((sum, [weight]) => sum + weight, 0);
  return (100 * parts.reduce((sum, [weight, part]) => sum + weight * part, 0)) / weights;
}
