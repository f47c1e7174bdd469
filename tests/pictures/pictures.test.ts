// Takes the pictures of the README from the running product, and of every page at three widths, light and dark, for
// eyes: npm run pictures (in web/). They come to build/pictures; the two that the README shows are committed here.
import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aKeepingVisitor } from '../support/chats';
import { everyPage } from '../support/pages';
import { Agent } from '../support/people';
import { launchChromium, Server, signedIn, visiting } from '../support/world';

const folder = resolve(import.meta.dirname, '../../build/pictures');
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

let browser: Browser;
let server: Server;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [browser, server] = await Promise.all([launchChromium(), Server.start()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of sizes)
    it(`${viewport.width} px, ${colorScheme}`, { timeout: 120_000 }, async () => {
      const name = (what: string) => `${what}-${viewport.width}-${colorScheme}`;
      const options = { viewport, colorScheme };
      const order = `N-${colorScheme === 'light' ? 20 : 21}${viewport.width}`;
      const stranger = await browser.newContext(options).then((context) => context.newPage());
      await stranger.goto(`${server.dashboard}/login`);
      await picture(stranger, name('login'));

      const { visitor: vera, leave } = await aKeepingVisitor(server, async (context) => {
        const [blank] = context.pages();
        await Promise.all([blank?.setViewportSize(viewport), blank?.emulateMedia({ colorScheme })]);
      });
      const { page } = vera;
      await picture(page, name('widget-welcome'));
      await vera.writes('Hi! I ordered the espresso sampler on Tuesday, and it has not left the roastery yet.');
      await vera.writes(`Could you have a look? My order is ${order}.`);

      const ana = new Agent(await signedIn(browser, server, 'ana', options));
      await picture(ana.page, name('inbox'));
      await ana.row(order).focus();
      await ana.page.keyboard.press('x');
      await ana.row('Sofia Lindqvist').focus();
      await ana.page.keyboard.press('Shift+X');
      await picture(ana.page, name('selected'));
      await ana.presses('Close');
      await picture(ana.page, name('bulk-close'));
      await ana.presses('OK');
      await ana.page.keyboard.press('Escape');
      await ana.opens(order);
      await picture(ana.page, name('unassigned'));
      await ana.presses('Claim');
      await ana.composer.fill(
        'Good morning! Let me see… It was held back for the fresh Yirgacheffe, sorry about that.',
      );
      await ana.composer.press('Control+Enter');
      await ana.page.getByRole('tab', { name: 'Internal note' }).click();
      await ana.composer.fill('Third late parcel this week. Asked the warehouse.');
      await picture(ana.page, name('note'));
      await ana.composer.press('Control+Enter');
      await ana.page.getByRole('tab', { name: 'Reply' }).click();
      await vera.sees('Good morning!');
      await vera.writes('Oh, fresh is worth the wait. When will it be here?');
      await ana.sees('fresh is worth the wait');
      await ana.composer.fill('On Friday, with a bag of the new Sidamo on us.');
      await picture(ana.page, name('mine'));
      await picture(page, name('widget-chat'));
      await ana.page.keyboard.press('Control+k');
      await picture(ana.page, name('palette'));
      await ana.page.keyboard.press('Escape');
      await ana.presses('End Chat and Close');
      await picture(ana.page, name('asks'));
      await ana.page.getByRole('button', { name: 'Write a reply' }).click();
      await ana.presses('More ways to send');
      await picture(ana.page, name('send-menu'));
      await ana.page.getByRole('menuitem', { name: 'Send and close', exact: true }).click();
      await ana.sees('This conversation has been closed.');
      await picture(ana.page, name('closed'));
      await ana.page.getByRole('heading', { level: 1 }).focus();
      await ana.page.keyboard.press('?');
      await picture(ana.page, name('keys'));
      await ana.page.keyboard.press('Escape');
      await ana.page.keyboard.press('h');
      await ana.page.getByRole('slider').waitFor();
      await picture(ana.page, name('history'));
      await ana.page.keyboard.press('Escape');
      if (viewport.width > 700) {
        await ana.page.keyboard.press('/');
        await ana.page.keyboard.type('espresso');
        await ana.sees(/found/);
        await picture(ana.page, name('search'));
      }
      const mia = await signedIn(browser, server, 'mia', options);
      await mia.goto(`${server.dashboard}/dashboard/reports`);
      await mia.locator('.tile').first().waitFor();
      await picture(mia, name('reports'));
      await vera.sees(/closed by Ana Torres/);
      await picture(page, name('widget-closed'));
      for (const done of [stranger, ana.page, mia]) await done.context().close();
      await leave();
    });

for (const [locale, viewport, colorScheme] of [
  ['de', sizes[0], 'light'],
  ['ar', sizes[0], 'light'],
  ['ar', sizes[1], 'dark'],
  ['ar', sizes[2], 'light'],
  ['en', sizes[0], 'dark'],
  ['en', sizes[1], 'light'],
  ['en', sizes[2], 'light'],
] as const)
  it(`every page, ${locale}, ${viewport.width} px, ${colorScheme}`, { timeout: 120_000 }, async () => {
    const options = { viewport, colorScheme, locale };
    const name = (what: string) => `${locale}-${what}-${viewport.width}-${colorScheme}`;
    const page = await signedIn(browser, server, 'ida', options);
    await everyPage(page, server.dashboard, (what) => picture(page, name(what)));
    const visit = await visiting(browser, server, options);
    await picture(visit.page, name('widget-welcome'));
    await visit.panel.getByRole('textbox').fill('https://example.org?');
    await visit.panel.getByRole('textbox').press('Enter');
    await visit.panel.locator('.message-mine').waitFor();
    await picture(visit.page, name('widget-chat'));
    for (const done of [page, visit.page]) await done.context().close();
  });

it('puts the two of the README beside it', () => {
  const committed = { inbox: 'mine-1440-light', widget: 'widget-chat-1440-light' };
  for (const [name, from] of Object.entries(committed))
    copyFileSync(`${folder}/${from}.png`, resolve(import.meta.dirname, `${name}.png`));
  expect(Object.keys(committed)).toHaveLength(2);
});
