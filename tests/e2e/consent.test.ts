// What the widget leaves in a visitor's browser, and when: nothing before they have written or the page has told who
// they are, one flag and a chat while it lasts, and nothing again after they have logged out.
import type { Frame, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { aKeepingVisitor, anAgent, takesOn } from '../support/chats';
import { eventually, type Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { leftIn, nothing } from '../support/storage';
import { reopenWidget } from '../support/world';

const leaving: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const leave of leaving) await leave();
}, 60_000);

async function aGuest(): Promise<Visitor> {
  const { visitor, leave } = await aKeepingVisitor(server);
  leaving.push(leave);
  return visitor;
}

const flag = 'wrapup:demo';
const flagIs = (page: Page, value: string | null) =>
  eventually(async () => expect(await page.evaluate((key) => localStorage.getItem(key), flag)).toBe(value));
const call = (page: Page, ...given: unknown[]) =>
  page.evaluate((all) => (Wrapup as unknown as (...each: unknown[]) => Promise<unknown>)(...all), given);
const frameOf = (page: Page) =>
  eventually(async () => expect(page.frames().length).toBe(2)).then(() => page.frames()[1] as Frame);
const tokenIn = (frame: Frame) => frame.evaluate(() => localStorage.getItem('wrapup:visitor:demo:token') ?? '');

describe('a visitor', { timeout: 120_000 }, () => {
  it('who looks, opens the chat and types leaves nothing anywhere', async () => {
    const { page, panel, composer } = await aGuest();
    await composer.fill('I have not made up my mind');
    await page.waitForTimeout(1_000);
    await call(page, 'set', { attributes: { plan: 'basic' }, theme: 'dark' });
    expect(await leftIn(page)).toEqual(nothing);
    expect(await leftIn(panel)).toEqual(nothing);
    await page.reload();
    await page.waitForTimeout(500);
    expect(page.frames().length).toBe(1);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('who writes leaves one flag without a secret on the page, and the rest in the frame, until the chat is over', async () => {
    const [ana, vera] = [await anAgent(browser, server, 'ana'), await aGuest()];
    await takesOn(ana, vera, 'What do you keep of me?');
    await flagIs(vera.page, 'open');
    expect(await leftIn(vera.page)).toEqual({ ...nothing, local: { [flag]: 'open' } });
    const names = Object.keys((await leftIn(vera.panel)).local);
    expect(names.filter((name) => !name.startsWith('wrapup:visitor:demo:'))).toEqual([]);

    // The panel is back on the next page, where it stood open, and the badge where it did not.
    await vera.page.reload();
    const panel = await frameOf(vera.page);
    await panel.getByText('What do you keep of me?').waitFor();
    expect(await call(vera.page, 'state')).toMatchObject({ phase: 'assigned', open: true });
    expect(await vera.page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await call(vera.page, 'close');
    await flagIs(vera.page, 'active');
    await vera.page.goto('about:blank');
    await ana.replies('Only what we must.');
    await ana.hasSentAll();
    await vera.page.goto(server.shop);
    await eventually(async () =>
      expect(await call(vera.page, 'state')).toMatchObject({ phase: 'assigned', open: false, unread: 1 }),
    );

    // Read on the way out, it is over, and the next page is a page like any other.
    await call(vera.page, 'open');
    await ana.presses('End Chat and Close');
    await flagIs(vera.page, null);
    expect(await leftIn(vera.page)).toEqual(nothing);
    await vera.page.reload();
    await vera.page.waitForTimeout(500);
    expect(vera.page.frames().length).toBe(1);
    expect(await vera.page.context().cookies()).toEqual([]);
  });

  it('who logs out leaves nothing, also of what was being written', async () => {
    const [ana, vera] = [await anAgent(browser, server, 'ana'), await aGuest()];
    await takesOn(ana, vera, 'I share this machine');
    await vera.composer.fill('and my card number is');
    await eventually(async () => expect(JSON.stringify(await leftIn(vera.panel))).toContain('card number'));
    await call(vera.page, 'logout');
    expect(await call(vera.page, 'state')).toMatchObject({ phase: 'none', conversation: null, unread: 0 });
    await vera.page.waitForTimeout(1_000);
    expect(await leftIn(vera.page)).toEqual(nothing);
    expect(await leftIn(vera.panel)).toEqual(nothing);
    expect(await vera.composer.inputValue()).toBe('');
    await vera.writes('Somebody else');
    await ana.row('Somebody else').waitFor();
    await vera.reads(['Somebody else']);
    expect(await vera.transcript.textContent()).not.toContain('machine');
  });

  it('has a token that no page, address, log or referrer ever sees', async () => {
    const vera = await aGuest();
    const told: string[] = [];
    vera.page.on('request', (request) => {
      const { authorization: _, ...headers } = request.headers();
      told.push(request.url(), JSON.stringify(headers));
    });
    vera.page.on('console', (line) => told.push(line.text()));
    await vera.page.exposeFunction('overhear', (text: string) => told.push(text));
    await vera.page.evaluate(() => {
      addEventListener('message', ({ data }) =>
        (window as unknown as { overhear(text: string): void }).overhear(JSON.stringify(data)),
      );
      for (const event of ['ready', 'open', 'close', 'message', 'unread', 'state'] as const)
        void Wrapup.on(event, (data) =>
          (window as unknown as { overhear(text: string): void }).overhear(JSON.stringify(data) ?? ''),
        );
    });
    await vera.writes('Who hears this?');
    await vera.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    await call(vera.page, 'close');
    const token = await tokenIn(vera.panel);
    expect(token).toMatch(/^[\w-]{43}$/);
    told.push(JSON.stringify(await leftIn(vera.page)), JSON.stringify(await call(vera.page, 'state')), ...server.log);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((text) => text.includes(token))).toEqual([]);
    expect(vera.panel.url()).not.toContain(token);
  });

  it('finds the panel where the whole screen is small as a badge on the next page, and not before their eyes', async () => {
    const vera = await aGuest();
    await vera.writes('From a phone');
    await flagIs(vera.page, 'open');
    await vera.page.setViewportSize({ width: 390, height: 844 });
    await vera.page.reload();
    const panel = await frameOf(vera.page);
    await panel.getByText('From a phone').waitFor();
    expect(await call(vera.page, 'state')).toMatchObject({ open: false });
    await reopenWidget(vera.page);
    expect(await call(vera.page, 'state')).toMatchObject({ open: true });
  });
});
