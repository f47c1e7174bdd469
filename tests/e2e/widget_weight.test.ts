// What the chat costs the page that it is on, by what a browser really transfers for it.
import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, openWidget } from '../support/world';

const loader_bytes_max = 3_072;
/** What one waits for after the click: the panel, its words, its looks, and what the server says to it. */
const panel_bytes_max = 31 * 1_024;
/** The latter, by name. */
const later = /\/(open_store|customer)-[^/]*$/;

interface Part {
  path: string;
  bytes: number;
  encoding: string | undefined;
}

/** The shop's page when all is quiet, and what has been asked for that is not of the page itself, then and later. */
async function atTheShop(locale: string): Promise<{ page: Page; asked: Request[] }> {
  const page = await aWindow(browser, { locale });
  const asked: Request[] = [];
  page.on('request', (request) => asked.push(request));
  await page.goto(server.shop, { waitUntil: 'networkidle' });
  const links = await page.locator('link').evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href));
  const own = new Set([server.shop, ...links]);
  asked.splice(0, asked.length, ...asked.filter((request) => !own.has(request.url())));
  return { page, asked };
}

/** In bytes of the bodies as they came over the network. Waits until all of them have come. */
function weighed(requests: readonly Request[]): Promise<Part[]> {
  return Promise.all(
    requests.map(async (request) => {
      const answer = await request.response();
      const { responseBodySize: bytes } = await request.sizes();
      return {
        path: new URL(request.url()).pathname,
        bytes,
        encoding: answer?.headers()['content-encoding'],
      };
    }),
  );
}

const total = (parts: readonly Part[]) => parts.reduce((sum, { bytes }) => sum + bytes, 0);
const listed = (parts: readonly Part[]) =>
  parts
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ path, bytes }) => `${bytes} ${path}`)
    .join('\n');

/** At most, in all: that, and what comes once it can be used, the rules and what keeps a conversation; with the first message. */
describe.each([
  { locale: 'en-GB', direction: 'ltr', conversation_bytes_max: 60.25 * 1_024 },
  // The words of another language come beside the English ones, which are there for what cannot be fetched.
  { locale: 'ar-EG', direction: 'rtl', conversation_bytes_max: 62.5 * 1_024 },
])('in a browser that speaks $locale, the chat', { timeout: 60_000 }, ({
  locale,
  direction,
  conversation_bytes_max,
}) => {
  it('is one small request before it is clicked, and neither a frame nor the rules', async () => {
    const { page, asked } = await atTheShop(locale);
    const [loader, ...more] = await weighed(asked);
    expect(more).toEqual([]);
    expect(loader).toMatchObject({ path: '/widget.js', encoding: 'br' });
    expect(loader?.bytes).toBeGreaterThan(0);
    expect(loader?.bytes).toBeLessThanOrEqual(loader_bytes_max);
    expect(page.frames()).toHaveLength(1);
    await page.mouse.move(200, 200);
    await page.keyboard.press('Tab');
    await page.waitForLoadState('networkidle');
    expect(asked).toHaveLength(1);
    expect(page.frames()).toHaveLength(1);
    await page.context().close();
  });

  it(`brings at most 31 KiB until one can write, and the rules after that: ${conversation_bytes_max / 1_024} KiB in all`, async () => {
    const { page, asked } = await atTheShop(locale);
    asked.splice(0);
    const panel = await openWidget(page);
    const composer = panel.getByRole('textbox');
    await eventually(async () =>
      expect(await composer.evaluate((field) => field === document.activeElement)).toBe(true),
    );
    expect(await panel.locator('html').getAttribute('dir')).toBe(direction);
    await page.waitForLoadState('networkidle');
    const parts = (await weighed(asked)).filter(({ path }) => !later.test(path));
    expect(parts.filter(({ bytes }) => bytes === 0)).toEqual([]);
    // The server has the rules and the scripts compressed; what is left as it is fits into a packet.
    expect(parts.filter(({ bytes, encoding }) => encoding !== 'br' && bytes > 1_000)).toEqual([]);
    expect(total(parts), listed(parts)).toBeLessThanOrEqual(panel_bytes_max);

    await composer.fill('Hello?');
    await composer.press('Enter');
    await panel.getByText(/^(Sent|أُرسلت)/).waitFor();
    const all = (await weighed(asked.filter((request) => !request.url().includes('/api/v1/stream')))).filter(
      ({ bytes }) => bytes > 0,
    );
    expect(all.map(({ path }) => path)).toContainEqual(expect.stringMatching(/\.wasm$/));
    console.log(`${locale}: ${total(parts)} B until one can write, ${total(all)} B with the first message`);
    expect(total(all), listed(all)).toBeLessThanOrEqual(conversation_bytes_max);
    await page.context().close();
  });
});
