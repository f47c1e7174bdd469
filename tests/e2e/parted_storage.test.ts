// A Chromium as people have it: what a frame keeps is parted by the site around it, and cookies of others are blocked.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow, Website } from '../support/hosts';
import { type OwnChromium, startChromium } from '../support/own_chromium';
import { eventually, Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { leftIn } from '../support/storage';
import { openWidget } from '../support/world';

const withoutThirdPartyCookies = { cookie_controls_mode: 1, block_third_party_cookies: true };
const withoutAnything = { default_content_setting_values: { cookies: 2 } };

const websites: Website[] = [];
const started: OwnChromium[] = [];
beforeAll(async () => {
  for (const host of ['127.0.0.1', '127.0.0.2']) websites.push(await Website.start(server, host));
  await allow(browser, server, websites);
}, 60_000);
afterAll(async () => {
  for (const one of started) await one.stop();
  for (const one of websites) one.stop();
}, 60_000);

async function aChromium(profile: object, ...more: string[]): Promise<Page> {
  const own = await startChromium(profile, '--enable-features=ThirdPartyStoragePartitioning', ...more);
  started.push(own);
  const page = own.browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('Chromium has no window');
  await page.setViewportSize({ width: 1440, height: 900 });
  return page;
}

const frameIn = (page: Page) => page.frames().find((one) => one.url().includes('/widget/frame'));

describe('in a browser that parts storage by site', { timeout: 120_000 }, () => {
  it('a chat is there on the next page of the same site, and on no page of another', async () => {
    const page = await aChromium(withoutThirdPartyCookies, '--test-third-party-cookie-phaseout');
    const [first, second] = websites as [Website, Website];
    await page.goto(first.page('plain'));
    const visitor = new Visitor(page, await openWidget(page));
    await visitor.writes('Only for the first site');
    await visitor.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    expect(Object.keys((await leftIn(visitor.panel)).local)).toContain('wrapup:visitor:demo:token');

    await page.goto(second.page('plain'));
    await page.waitForFunction(() => typeof window.Wrapup?.state === 'function');
    expect(frameIn(page)?.url()).toBeUndefined();
    const other = new Visitor(page, await openWidget(page));
    await other.composer.waitFor();
    expect(await other.panel.getByText('Only for the first site').count()).toBe(0);
    expect((await leftIn(other.panel)).local).toEqual({});
    await other.writes('Only for the second site');
    await other.transcript.getByText(/^(Sent|Seen) · /).waitFor();

    await page.goto(first.page('plain'));
    await eventually(async () => expect(frameIn(page)).toBeDefined());
    await frameIn(page)?.getByText('Only for the first site').waitFor();
    expect(await frameIn(page)?.getByText('Only for the second site').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('one that keeps nothing at all has a chat for as long as the page lasts', async () => {
    const page = await aChromium(withoutAnything);
    const [first] = websites as [Website];
    await page.goto(first.page('plain'));
    const visitor = new Visitor(page, await openWidget(page));
    await visitor.writes('For as long as it lasts');
    await visitor.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    for (const where of [page, visitor.panel])
      expect(await where.evaluate(() => localStorage.length).catch((error: Error) => error.message)).toMatch(
        /Access is denied/,
      );
    await visitor.writes('And on');
    await visitor.reads(['For as long as it lasts', 'And on']);
    await page.reload();
    await page.waitForFunction(() => typeof window.Wrapup?.state === 'function');
    expect(frameIn(page)?.url()).toBeUndefined();
    expect(await page.evaluate(() => Wrapup.state())).toMatchObject({ phase: 'none' });
  });
});
