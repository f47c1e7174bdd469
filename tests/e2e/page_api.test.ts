// What a page asks of the widget by window.Wrapup, and what it hears.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent } from '../support/chats';
import { eventually, Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, openWidget } from '../support/world';

const none = {
  phase: 'none',
  reopenable: false,
  locked: false,
  queuePosition: null,
  conversation: null,
  unread: 0,
  open: false,
  identified: false,
};

async function aShop(): Promise<Page> {
  const page = await aWindow(browser);
  await page.goto(server.shop);
  await page.waitForFunction(() => typeof window.Wrapup?.state === 'function');
  return page;
}

/** The error's words, where there is one. */
const call = (page: Page, ...given: unknown[]) =>
  page.evaluate(
    (all) =>
      (Wrapup as unknown as (...each: unknown[]) => Promise<unknown>)(...all).catch((error: unknown) => `${error}`),
    given,
  );

/** Everything that the page hears, in its order. */
async function listens(page: Page): Promise<() => Promise<[string, unknown][]>> {
  await page.evaluate(() => {
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    for (const event of ['ready', 'open', 'close', 'message', 'unread', 'state'] as const)
      void Wrapup.on(event, (data) => heard.push([event, data]));
  });
  return () => page.evaluate(() => (window as unknown as { heard: [string, unknown][] }).heard);
}

const panelOf = async (page: Page) => {
  await eventually(async () => expect(page.frames().length).toBe(2));
  const panel = page.frames()[1];
  if (!panel) throw new Error('there is no panel');
  return new Visitor(page, panel);
};

describe('a page', { timeout: 90_000 }, () => {
  it('is answered without the frame as long as there is no need of it', async () => {
    const page = await aShop();
    expect(await call(page, 'state')).toEqual(none);
    for (const command of ['open', 'identify', 'newConversation', 'logout'])
      expect(await call(page, 'can', command), command).toBe(true);
    for (const command of ['endConversation', 'dance']) expect(await call(page, 'can', command), command).toBe(false);
    await call(page, 'set', { theme: 'dark', locale: 'de', attributes: { plan: 'gold' } });
    await call(page, 'hide');
    await call(page, 'show');
    expect(page.frames().length).toBe(1);
  });

  it('is told in a clear sentence what it has asked wrongly, and nothing is thrown into it', async () => {
    const page = await aShop();
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    const wrong: [string, unknown[], RegExp][] = [
      ['dance', [], /^Error: Wrapup: there is no command dance$/],
      ['toString', [], /^Error: Wrapup: there is no command toString$/],
      ['on', ['party', 1], /^Error: Wrapup: on takes a function, and one of ready,open,close,message,unread,state$/],
      ['identify', [], /^Error: Wrapup: identify takes \{token: "…"\}$/],
      ['identify', [{ token: 7 }], /^Error: Wrapup: identify takes/],
      ['newConversation', [{}], /^Error: Wrapup: newConversation takes a text/],
      ['endConversation', [], /^Error: Wrapup: endConversation: /],
      ['set', ['dark'], /^Error: Wrapup: set takes \{locale, theme, attributes\}$/],
      ['set', [{ colour: 'red' }], /^Error: Wrapup: set takes/],
      ['set', [{ theme: 'pink' }], /^Error: Wrapup: set: theme is/],
      ['set', [{ locale: 'not a tag' }], /^Error: Wrapup: set: locale is/],
      ['set', [{ attributes: { plan: 1 } }], /^Error: Wrapup: set: attributes are/],
      ['set', [{ attributes: { plan: 'x'.repeat(257) } }], /^Error: Wrapup: set: attributes are/],
    ];
    for (const [command, given, words] of wrong) expect(await call(page, command, ...given), command).toMatch(words);
    const uncloneable = await page.evaluate(() =>
      Wrapup.newConversation((() => {}) as unknown as string).catch((error: unknown) => `${error}`),
    );
    expect(uncloneable).toMatch(/could not be cloned/);
    expect(thrown).toEqual([]);
  });

  it('opens, closes and hides the chat, and the focus goes back to where it was', async () => {
    const page = await aShop();
    const heard = await listens(page);
    await page.locator('nav a').first().focus();
    await call(page, 'hide');
    await call(page, 'open');
    const visitor = await panelOf(page);
    await visitor.composer.waitFor();
    await eventually(async () => expect(await visitor.composer.evaluate((one) => one.matches(':focus'))).toBe(true));
    await visitor.composer.press('Escape');
    await eventually(async () => expect(await call(page, 'state')).toEqual(none));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Coffee');
    await call(page, 'show');
    await call(page, 'toggle');
    expect(await call(page, 'state')).toMatchObject({ open: true });
    await call(page, 'toggle');
    const all = (await heard()).map(([event]) => event).filter((event) => event !== 'state' && event !== 'unread');
    expect(all).toEqual(['ready', 'open', 'close', 'open', 'close']);
  });

  it('follows a conversation from its first words to its close', async () => {
    const page = await aShop();
    const ana = await anAgent(browser, server, 'ana');
    const heard = await listens(page);
    await call(page, 'newConversation', 'About order 4711');
    const visitor = await panelOf(page);
    await eventually(async () => expect(await visitor.composer.inputValue()).toBe('About order 4711'));
    expect(await call(page, 'state')).toEqual({ ...none, open: true });
    await visitor.composer.press('Enter');
    await eventually(async () => expect(await call(page, 'state')).toMatchObject({ phase: 'queued' }));
    await ana.opens('About order 4711');
    await ana.presses('Claim');
    await eventually(async () => expect(await call(page, 'state')).toMatchObject({ phase: 'assigned' }));
    expect(await call(page, 'can', 'endConversation')).toBe(true);
    expect(await call(page, 'can', 'dance')).toBe(false);

    await call(page, 'close');
    await ana.replies('On its way.');
    await eventually(async () => expect(await call(page, 'state')).toMatchObject({ unread: 1, open: false }));
    await call(page, 'open');
    await eventually(async () => expect(await call(page, 'state')).toMatchObject({ unread: 0, open: true }));
    await call(page, 'endConversation');
    await eventually(async () => expect(await call(page, 'state')).toMatchObject({ phase: 'ended' }));
    await ana.presses('End Chat and Close');
    await eventually(async () => expect(await call(page, 'state')).toMatchObject({ phase: 'closed', locked: true }));

    const all = await heard();
    const { conversation } = (await call(page, 'state')) as WrapupState;
    const messages = all.filter(([event]) => event === 'message');
    expect(messages).toEqual([['message', { conversation, at: expect.any(Number) }]]);
    expect(all.filter(([event]) => event === 'unread').map(([, count]) => count)).toEqual([0, 1, 0]);
    const phases = all.flatMap(([event, state]) => (event === 'state' ? [(state as WrapupState).phase] : []));
    expect([...new Set(phases)]).toEqual(['none', 'queued', 'assigned', 'ended', 'closed']);
    expect(JSON.stringify(all)).not.toMatch(/On its way|4711/);
  });

  it('sets the language, the theme and what agents see, before the panel is there and after', async () => {
    const page = await aShop();
    await call(page, 'set', { locale: 'de-AT', theme: 'dark', attributes: { plan: 'gold' } });
    const panel = await openWidget(page);
    await panel.getByText('Wie können wir helfen?').waitFor();
    expect(await panel.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await panel.getByRole('textbox').fill('Noch nicht abgeschickt');
    await call(page, 'set', { locale: 'ar', theme: 'light' });
    await panel.locator('html[lang=ar][dir=rtl][data-theme=light]').waitFor();
    await eventually(async () => expect(await panel.getByRole('textbox').inputValue()).toBe('Noch nicht abgeschickt'));
    await call(page, 'set', { theme: 'auto', locale: 'en' });
    await panel.locator('html[lang=en][dir=ltr]:not([data-theme])').waitFor();
    await call(page, 'set', { attributes: { basket: '3' } });
    const asked = page.waitForRequest(/\/api\/v1\/visitors$/);
    await panel.getByRole('textbox').press('Enter');
    expect((await asked).postDataJSON()).toMatchObject({ locale: 'en', attributes: { plan: 'gold', basket: '3' } });
  });

  it('takes a listener off again', async () => {
    const page = await aShop();
    const counted = await page.evaluate(async () => {
      let count = 0;
      const off = await Wrapup.on('open', () => {
        count += 1;
      });
      await Wrapup.open();
      await Wrapup.close();
      off();
      await Wrapup.open();
      await new Promise((done) => setTimeout(done, 100));
      return count;
    });
    expect(counted).toBe(1);
  });
});
