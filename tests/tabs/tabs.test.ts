// Twenty tabs of one browser hold one stream between them. Whatever becomes of the tab that leads, another goes on.
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVisitor, keptIn, takesOn } from '../support/chats';
import { Agent, eventually, type Visitor } from '../support/people';
import { aWindow, launchChromium, Server, signIn } from '../support/world';

const tabCount = 20;
const takeover_ms = 5_000;

/** A tab, and what it asks the server for. */
class Tab {
  readonly agent: Agent;
  /** When it opened each of its streams. */
  readonly streams: number[] = [];
  commands = 0;
  gone = false;
  #open = 0;

  constructor(readonly page: Page) {
    this.agent = new Agent(page);
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === '/api/v1/commands') this.commands += 1;
      if (pathname !== '/api/v1/stream') return;
      this.streams.push(performance.now());
      this.#open += 1;
    });
    const ended = (request: Request) => {
      if (new URL(request.url()).pathname === '/api/v1/stream') this.#open -= 1;
    };
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  get leads(): boolean {
    return !this.gone && this.#open > 0;
  }
}

let browser: Browser;
let server: Server;
let context: BrowserContext;
let vera: Visitor;
let tabs: Tab[];
const alive = () => tabs.filter(({ gone }) => !gone);

/** The one tab that has a stream open. */
async function leader(): Promise<Tab> {
  await eventually(async () => expect(alive().filter(({ leads }) => leads)).toHaveLength(1), 30_000);
  return alive().find(({ leads }) => leads) as Tab;
}

/** The tab that leads next, which has opened its stream in time. */
async function nextAfter(lost: Tab, since: number): Promise<Tab> {
  lost.gone = true;
  const next = await leader();
  const opened = next.streams.find((at) => at >= since) ?? Number.POSITIVE_INFINITY;
  expect(opened - since).toBeLessThan(takeover_ms);
  return next;
}

async function isSeenEverywhere(words: string): Promise<void> {
  await vera.writes(words);
  await Promise.all(alive().map(({ agent }) => agent.transcript.getByText(words).waitFor({ timeout: 30_000 })));
}

beforeAll(async () => {
  // Each tab in a process of its own, so that one can hang alone.
  const alone = ['--renderer-process-limit=60', '--disable-site-isolation-trials'];
  [browser, server] = await Promise.all([launchChromium(...alone), Server.start()]);
  const first = await signIn(await aWindow(browser), server, 'ana');
  context = first.context();
  vera = await aVisitor(browser, server);
  const address = await takesOn(new Agent(first), vera, 'How many of you are there?');
  tabs = [];
  for (let i = 0; i < tabCount; i += 1) {
    const tab = new Tab(await context.newPage());
    tabs.push(tab);
    await tab.page.goto(address);
  }
  await first.close();
  await Promise.all(tabs.map(({ agent }) => agent.composer.waitFor({ timeout: 60_000 })));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

describe('of twenty tabs', { timeout: 120_000 }, () => {
  it('one has the stream open, it alone sends what any of them asks for, and all of them show it', async () => {
    const leading = await leader();
    for (const tab of alive()) tab.commands = 0;
    const followers = alive().filter((tab) => tab !== leading);
    for (const [at, { agent }] of followers.slice(0, 3).entries()) await agent.notes(`Noted in tab ${at}.`);
    await leading.agent.replies('We are twenty.');
    const said = ['Noted in tab 0.', 'Noted in tab 1.', 'Noted in tab 2.', 'We are twenty.'];
    await Promise.all(alive().map(({ agent }) => agent.reads(['How many of you are there?', ...said], 30_000)));
    await Promise.all(alive().map(({ agent }) => agent.hasSentAll()));
    expect(alive().filter(({ commands }) => commands > 0)).toEqual([leading]);
    expect(await leader()).toBe(leading);
    await isSeenEverywhere('All at once?');
  });

  it('another leads within five seconds when the one that leads is closed', async () => {
    const leading = await leader();
    const since = performance.now();
    leading.gone = true;
    await leading.page.close();
    await nextAfter(leading, since);
    await isSeenEverywhere('One has gone.');
  });

  it('another leads within five seconds when the one that leads crashes', async () => {
    const leading = await leader();
    const crashed = leading.page.waitForEvent('crash');
    const since = performance.now();
    const devtools = await context.newCDPSession(leading.page);
    devtools.send('Page.crash').catch(() => {});
    await crashed;
    await nextAfter(leading, since);
    await isSeenEverywhere('One has crashed.');
  });

  it('another leads within five seconds when the one that leads hangs', async () => {
    const leading = await leader();
    await Promise.all(alive().map(({ agent }) => agent.hasSentAll()));
    await eventually(async () => expect(await keptIn(leading.page, 'outbox')).toEqual([]));
    const since = performance.now();
    leading.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    await nextAfter(leading, since);
    await isSeenEverywhere('One hangs.');
    await alive()[0]?.agent.notes('Nineteen, eighteen, seventeen.');
    await Promise.all(alive().map(({ agent }) => agent.transcript.getByText('Nineteen, eighteen').waitFor()));
    await Promise.all(alive().map(({ agent }) => agent.hasSentAll()));
  });

  it('another leads within five seconds when the one that leads hangs while it writes what it keeps', async () => {
    const leading = await leader();
    const since = performance.now();
    leading.page.evaluate(hangInTransaction).catch(() => {});
    await nextAfter(leading, since);
    await isSeenEverywhere('One hangs in the middle.');
  });
});

/** Runs in the page. */
async function hangInTransaction(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    const opening = indexedDB.open(name ?? '');
    opening.onsuccess = () => {
      const stores = opening.result.objectStoreNames;
      if (stores.length === 0) return;
      const first = opening.result
        .transaction(stores, 'readwrite')
        .objectStore(stores[0] as string)
        .count();
      first.onsuccess = () => {
        for (;;);
      };
    };
  }
}
