// The widget on other people's pages, whatever these do: each page in hosts/, on an origin of its own.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow, hostPages, Website } from '../support/hosts';
import { eventually, Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, openWidget } from '../support/world';

let website: Website;
let stranger: Website;
beforeAll(async () => {
  [website, stranger] = [await Website.start(server), await Website.start(server, '127.0.0.2')];
  await allow(browser, server, [website]);
}, 60_000);
afterAll(() => {
  website?.stop();
  stranger?.stop();
});

/** A page, and what it complains of from now on. */
async function on(name: string, where = website): Promise<{ page: Page; said: string[] }> {
  const page = await aWindow(browser);
  const said: string[] = [];
  page.on('console', (line) => line.type() === 'error' && said.push(line.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(where.page(name));
  return { page, said };
}

const wrapup = (page: Page | Frame, ...call: unknown[]) =>
  page.evaluate((given) => (Wrapup as unknown as (...all: unknown[]) => Promise<unknown>)(...given), call);

/** The window that has the script. */
const windowOf = (page: Page): Frame =>
  page.frames().find((one) => one.url() === website.page('plain')) ?? page.mainFrame();

const countElements = (page: Page) => page.evaluate(() => document.querySelectorAll('wrapup-chat').length);

describe('the widget', { timeout: 90_000 }, () => {
  it.each(hostPages)('is what it is on the page %s', async (name) => {
    const { page } = await on(name);
    const visitor = new Visitor(page, await openWidget(page));
    await visitor.writes(`Hello from ${name}`);
    await visitor.transcript.getByText(/^(Sent|Seen) · /).waitFor();

    const here = windowOf(page);
    const open = (expected: boolean) =>
      eventually(async () => expect(await wrapup(here, 'state')).toMatchObject({ phase: 'queued', open: expected }));
    await open(true);
    await visitor.composer.press('Escape');
    await open(false);
    expect(await here.evaluate(() => document.activeElement?.localName)).toBe('wrapup-chat');
    await page.keyboard.press('Enter');
    await open(true);
    await visitor.reads([`Hello from ${name}`]);
    await page.context().close();
  });
});

describe('on a page', { timeout: 60_000 }, () => {
  it('calls from before the script had loaded are answered, and their listeners hear', async () => {
    const { page } = await on('early_calls');
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const first = ['ready', 'phase none', 'Wrapup: there is no command dance', 'off is a function'];
    await eventually(async () => expect((await heard()).sort()).toEqual(first.sort()));
    await wrapup(page, 'open');
    await wrapup(page, 'close');
    await eventually(async () => expect(await heard()).toEqual(expect.arrayContaining(['open', 'close'])));
  });

  it('two snippets make one widget', async () => {
    const { page, said } = await on('two_snippets');
    await openWidget(page);
    expect(await countElements(page)).toBe(1);
    expect(page.frames().length).toBe(2);
    expect(said).toEqual([]);
  });

  it('that replaces its body the chat goes on, and the server is told of the page where the visitor writes', async () => {
    const { page } = await on('single_page');
    const panel = await openWidget(page);
    const asked = page.waitForRequest(/\/api\/v1\/visitors$/);
    await page.evaluate(() => (window as unknown as { visit(name: string): void }).visit('delivery'));
    await panel.getByRole('textbox').fill('From another page');
    await panel.getByRole('textbox').press('Enter');
    expect((await asked).postDataJSON()).toMatchObject({ page: `${website.origin}/delivery` });
    await panel.getByText(/^(Sent|Seen) · /).waitFor();
    expect(panel.isDetached()).toBe(false);
  });

  it('that takes our element away it comes back', async () => {
    const { page } = await on('single_page');
    await openWidget(page);
    await page.evaluate(() => (window as unknown as { sweep(): void }).sweep());
    await eventually(async () => expect(await countElements(page)).toBe(1));
    await eventually(async () => expect(page.frames().length).toBe(2));
    const again = page.frames()[1];
    await again?.getByRole('textbox').waitFor();
    expect(await wrapup(page, 'state')).toMatchObject({ phase: 'none', open: true });
  });

  it('inside of another the site lists both, or there is no button, and the console says whom to add', async () => {
    const page = await aWindow(browser);
    const said: string[] = [];
    page.on('console', (line) => line.type() === 'error' && said.push(line.text()));
    await page.goto(stranger.page('plain'));
    const why = `Wrapup: add ${stranger.origin} to Nordlicht Coffee: ${server.dashboard}/dashboard/settings/sites`;
    await eventually(async () => expect(said).toEqual([why]));
    expect(await countElements(page)).toBe(0);
    expect(await wrapup(page, 'open').catch((error: Error) => error.message)).toContain(why);
    await page.goto(stranger.page('inside_a_frame'));
    await page.evaluate((inner) => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = inner;
    }, website.page('plain'));
    await eventually(async () => expect(said.filter((line) => line === why).length).toBeGreaterThan(2));
  });

  it('with errors of its own everything is heard by everybody', async () => {
    const { page } = await on('errors');
    await openWidget(page);
    await wrapup(page, 'close');
    const caught = () => page.evaluate(() => (window as unknown as { caught: string[] }).caught);
    await eventually(async () => expect(await caught()).toContain('Uncaught Error: a listener of the page: close'));
    expect((await caught()).filter((one) => !one.includes('of the page'))).toEqual([]);
  });

  it('with a strict policy nothing of ours is refused', async () => {
    const { page, said } = await on('strict_policy');
    await openWidget(page);
    await page.frames()[1]?.getByRole('textbox').waitFor();
    expect(said).toEqual([]);
  });

  it('beside another widget no message of either reaches the other', async () => {
    const { page, said } = await on('other_widget');
    const panel = await openWidget(page);
    await panel.getByRole('textbox').waitFor();
    await wrapup(page, 'close');
    await page.waitForTimeout(200);
    expect(await wrapup(page, 'state')).toMatchObject({ open: false });
    const received = await page.evaluate(() => (window as unknown as { received: unknown[] }).received);
    expect(received.filter((one) => JSON.stringify(one) !== '{"event":"show","data":true}')).toEqual([]);
    expect(await page.locator('#other-widget').isVisible()).toBe(true);
    expect(said).toEqual([]);
  });
});
