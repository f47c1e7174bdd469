// What the closed chat costs the page that it is on, and how soon one can write after a click, on a slow machine.
import { fresh, serve } from '../databases.ts';
import { atMost, type Finding, median, quantile, type Unit } from '../figures.ts';
import type { Server } from '../processes.ts';
import { type Effort, inTurns } from '../rounds.ts';
import { inOneProcess, slow, slowdown, type Visit } from './browser.ts';
import { experienceOf, score, worst } from './experience.ts';
import { type Host, hostOf } from './host.ts';
import { loaderTasks } from './loader_trace.ts';

const loader_ms = 15;
const usable_ms = 500;
/** Of each figure, in a round. */
const opensOfRound = 4;
const visitsOfRound = 2;
const settled_ms = 1_500;

declare global {
  interface Window {
    /** When it was clicked, and when somebody could write and saw the greeting: by the clock that all frames share. */
    clickedAt: number;
    usableAt: number;
    moved: number;
  }
}

/** Runs in every frame before anything of it. */
function watchClick(): void {
  const at = (time: number) => performance.timeOrigin + time;
  window.moved = 0;
  addEventListener('click', ({ timeStamp }) => Object.assign(window, { clickedAt: at(timeStamp) }), true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  if (window === window.top) return;
  const look = () => {
    const field = document.activeElement;
    const writable = field instanceof HTMLTextAreaElement && !field.disabled && !field.readOnly;
    const greeted = (document.querySelector('main h2')?.textContent ?? '') !== '';
    if (!writable || !greeted) return requestAnimationFrame(look);
    // What this frame shows has been painted when the next one begins.
    requestAnimationFrame((time) => Object.assign(window, { usableAt: at(time) }));
  };
  requestAnimationFrame(look);
}

interface Opening {
  ms: number;
  moved: number;
}

/** By somebody whose browser has nothing of it yet. */
async function open(visit: Visit, server: Server): Promise<Opening> {
  const { page, session, close } = await visit();
  await page.addInitScript(watchClick);
  await page.goto(`${server.origin}/demo`, { waitUntil: 'networkidle' });
  await slow(session);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const attached = page.waitForEvent('frameattached');
  await page.mouse.click(width - 48, height - 48);
  const frame = await attached;
  const usable = await (await frame.waitForFunction(() => window.usableAt)).jsonValue();
  await page.keyboard.type('a');
  if ((await frame.locator('textarea').inputValue()) !== 'a') throw new Error('one cannot write');
  const { clickedAt, moved } = await page.evaluate(() => ({ clickedAt: window.clickedAt, moved: window.moved }));
  await close();
  return { ms: usable - clickedAt, moved };
}

interface Noise {
  /** As finely as it is measured. */
  least: number;
  /** With more of it, nothing is shown. */
  most: number;
}

/** Whether two kinds of visits differ by more than those of one kind do among themselves. */
function difference(what: string, unit: Unit, without: number[], with_: number[], { least, most }: Noise): Finding {
  const spread = (values: number[]) => quantile(values, 0.75) - quantile(values, 0.25);
  const noise = Math.max(spread(without), spread(with_), least);
  const words = (values: number[]) => `${median(values).toFixed(1)} (middle half ${spread(values).toFixed(1)} wide)`;
  const from = `${words(with_)} with the closed chat, ${words(without)} without, ${without.length} visits of each in turns`;
  const apart = Math.abs(median(with_) - median(without));
  if (noise > most) return atMost(`${what}: too much noise`, noise, unit, most, from);
  return atMost(`${what}, apart`, apart, unit, noise, from);
}

export async function widget({ rounds }: Effort): Promise<Finding[]> {
  const server = await serve(fresh('widget.db'));
  const host: Host = await hostOf(server);
  return inOneProcess(async (visit) => {
    const times = (count: number) => Array.from({ length: count });
    // The server and the browser have done everything once before it counts.
    await open(visit, server);
    await experienceOf(visit, host.with);

    const loaders: number[] = [];
    for (const _ of times(rounds * visitsOfRound)) loaders.push(await loaderTasks(visit, host, settled_ms));
    const opened: Opening[] = [];
    for (const _ of times(rounds * opensOfRound)) opened.push(await open(visit, server));
    const [without, with_] = await inTurns(
      rounds * visitsOfRound,
      () => experienceOf(visit, host.without),
      () => experienceOf(visit, host.with),
    );
    await host.close();

    const ms = opened.map((one) => one.ms);
    const slowly = `processor ${slowdown} times slower`;
    const how = `${ms.length} clicks in browsers that have nothing of it, ${slowly}`;
    const moved = Math.max(...opened.map((one) => one.moved), ...with_.map(({ shifted }) => shifted));
    return [
      atMost('loader', median(loaders), 'ms', loader_ms, `main thread, all tasks in which it runs; ${slowly}`),
      atMost('moved', moved, 'x', 0, 'cumulative layout shift, the most of all visits and clicks'),
      atMost('click to usable, p50', median(ms), 'ms', usable_ms, how),
      atMost('click to usable, p95', quantile(ms, 0.95), 'ms', usable_ms, how),
      difference('score of the page', 'points', without.map(score), with_.map(score), { least: 1, most: 5 }),
      difference('INP of the page', 'ms', without.map(worst), with_.map(worst), { least: 8, most: 24 }),
    ];
  });
}
