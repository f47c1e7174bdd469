// An admin dresses the chat of a site, and the next visitor meets it so.
import { expect, it } from 'vitest';
import { anAgent } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow } from '../support/world';

/** Of one pixel of the page, as people see it. */
async function colourAt(page: Awaited<ReturnType<typeof aWindow>>, x: number, y: number): Promise<string> {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const paper = new OffscreenCanvas(1, 1).getContext('2d');
      paper?.drawImage(image, 0, 0);
      return [...(paper?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join();
    },
    [...shot],
  );
}

it('the look that is chosen in the settings is the one on the shop’s page', { timeout: 120_000 }, async () => {
  const before = await aWindow(browser, { colorScheme: 'light' });
  await before.goto(server.shop);
  await eventually(async () => expect(await colourAt(before, 1392, 830)).toBe('67,70,196'));

  const ida = await anAgent(browser, server, 'ida');
  await ida.page.goto(`${server.dashboard}/dashboard/settings/sites`);
  await ida.presses('Look of the chat on Nordlicht Coffee');
  const form = ida.page.getByRole('dialog', { name: 'Look of the chat on Nordlicht Coffee' });
  await form.getByLabel('Colour', { exact: true }).fill('orange');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Expected a colour like #0a7d5c.').waitFor();
  await form.getByLabel('Colour', { exact: true }).fill('#FFD400');
  await form.getByLabel('Greeting').fill('Moin! Was darf es sein?');
  await form.getByLabel('Button').selectOption('left');
  await form.getByLabel('Light or dark').selectOption('dark');
  await form.getByLabel('Language').selectOption('de');
  const preview = form.getByRole('img', { name: 'How it will look' });
  await preview.getByText('Moin! Was darf es sein?').waitFor();
  const shown = preview.locator('.look-launcher');
  expect(await shown.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(255, 212, 0)');
  expect(await shown.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });

  const after = await aWindow(browser, { colorScheme: 'light' });
  await after.goto(server.shop);
  await eventually(async () => expect(await colourAt(after, 28, 852)).toBe('255,212,0'));
  expect(await colourAt(after, 1392, 830)).not.toBe('67,70,196');
  await after.mouse.click(48, 852);
  const panel = await eventuallyFrame(after);
  await panel.getByRole('heading', { name: 'Moin! Was darf es sein?' }).waitFor();
  await panel.getByText('Schreiben Sie uns.').waitFor();
  expect(await panel.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await panel.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(24, 24, 28)');
  await panel.getByRole('textbox').fill('Einen Kaffee, bitte.');
  await panel.getByRole('textbox').press('Enter');
  const bubble = panel.getByRole('log').getByText('Einen Kaffee, bitte.').first();
  await bubble.waitFor();
  const colours = () =>
    bubble.evaluate((one) => {
      const filled = one.closest('.message-text') ?? one;
      return [getComputedStyle(filled).backgroundColor, getComputedStyle(filled).color];
    });
  expect(await colours()).toEqual(['rgb(255, 212, 0)', 'rgb(0, 0, 0)']);

  await ida.page.goto(`${server.dashboard}/dashboard/settings/audit`);
  await ida.sees('changed the look of the chat on Nordlicht Coffee');
});

async function eventuallyFrame(page: Awaited<ReturnType<typeof aWindow>>) {
  for (let tries = 0; tries < 200; tries += 1) {
    const frame = page.frames().find((one) => one.url().includes('/widget/frame'));
    if (frame) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error('the widget did not open');
}
