// How long the chat's loader keeps the main thread of a page busy that does nothing else.
import { slow, type Visit } from './browser.ts';
import type { Host } from './host.ts';

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'toplevel'];

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** In microseconds. */
  ts: number;
  dur?: number;
  args?: { data?: { url?: string }; fileName?: string };
}

const isOf = ({ args }: TraceEvent) => [args?.data?.url, args?.fileName].some((one) => one?.includes('/widget.js'));
const isWork = ({ name }: TraceEvent) => ['EvaluateScript', 'v8.compile', 'FunctionCall'].includes(name);
const holds = (outer: TraceEvent, inner: TraceEvent) =>
  outer.pid === inner.pid &&
  outer.tid === inner.tid &&
  outer.ts <= inner.ts &&
  outer.ts + (outer.dur ?? 0) >= inner.ts + (inner.dur ?? 0);

/** In milliseconds: of all tasks in which it is compiled, evaluated or called, from its coming until all is quiet. */
export async function loaderTasks(visit: Visit, { empty, script }: Host, settled_ms: number): Promise<number> {
  const { page, session, browser, close } = await visit();
  await page.goto(empty, { waitUntil: 'networkidle' });
  await slow(session);
  await browser.startTracing(page, { categories });
  await page.evaluate((src) => document.head.append(Object.assign(document.createElement('script'), { src })), script);
  await page.locator('wrapup-chat').waitFor({ state: 'attached' });
  await page.waitForTimeout(settled_ms);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await close();
  const work = traceEvents.filter((event) => event.ph === 'X' && isWork(event) && isOf(event));
  const tasks = traceEvents.filter(({ name, ph }) => ph === 'X' && (name === 'RunTask' || name.endsWith('::RunTask')));
  const busy = new Map(
    work.flatMap((event) => {
      const task = tasks.filter((one) => holds(one, event)).sort((one, other) => (other.dur ?? 0) - (one.dur ?? 0))[0];
      return [[task?.ts ?? event.ts, (task ?? event).dur ?? 0] as const];
    }),
  );
  if (busy.size === 0) throw new Error('the loader is not in the trace');
  return [...busy.values()].reduce((sum, microseconds) => sum + microseconds, 0) / 1_000;
}
