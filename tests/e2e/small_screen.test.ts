// The widget costs the page nothing that people see: not where its words stand, nor what of a small screen is left.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, openWidget } from '../support/world';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const keyboard_px = 336;

/** A keyboard of the screen, as pages are told of it: Chromium has none without one. */
function pretendKeyboard(): void {
  const view = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
  Object.defineProperty(window, 'visualViewport', { value: view });
  Object.assign(window, {
    leave(height: number, offsetTop: number, scale = 1) {
      Object.assign(view, { height, offsetTop, scale });
      view.dispatchEvent(new Event('resize'));
    },
  });
}

const leave = (page: Page, ...left: number[]) =>
  page.evaluate((all) => (window as unknown as { leave(...each: number[]): void }).leave(...all), left);

/** Of the panel, as the page around it has it. */
const boxOf = async (page: Page) => (await page.frames()[1]?.frameElement())?.boundingBox();

describe('the widget', { timeout: 60_000 }, () => {
  it('moves nothing on the page, closed or open', async () => {
    const page = await aWindow(browser);
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { shifts: number }).shifts += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(server.shop);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await openWidget(page);
    await page.evaluate(() => Wrapup.hide());
    await page.evaluate(() => Wrapup.show());
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  });

  it('covers a small screen, but for its keyboard, with what is being written before the eyes', async () => {
    const page = await aWindow(browser, phone);
    await page.addInitScript(pretendKeyboard);
    await page.goto(server.shop);
    const panel = await openWidget(page);
    const composer = panel.getByRole('textbox');
    await composer.waitFor();
    await eventually(async () => expect(await boxOf(page)).toEqual({ x: 0, y: 0, width: 390, height: 844 }));

    await leave(page, 844 - keyboard_px, 0);
    await eventually(async () => expect(await boxOf(page)).toEqual({ x: 0, y: 0, width: 390, height: 508 }));
    const written = await composer.boundingBox();
    expect((written?.y ?? 0) + (written?.height ?? 0)).toBeLessThanOrEqual(844 - keyboard_px);

    // Some browsers move the page up instead, and what is seen of it with that.
    await leave(page, 844 - keyboard_px, 120);
    await eventually(async () => expect(await boxOf(page)).toEqual({ x: 0, y: 120, width: 390, height: 508 }));

    // Two fingers are no keyboard.
    await leave(page, 422, 200, 2);
    await eventually(async () => expect(await boxOf(page)).toEqual({ x: 0, y: 0, width: 390, height: 844 }));
  });

  it('scrolls the page neither from within nor for good', async () => {
    const page = await aWindow(browser);
    await page.goto(server.shop);
    await openWidget(page);
    await page.frames()[1]?.getByRole('textbox').waitFor();
    await page.mouse.move(1_200, 500);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.mouse.move(300, 500);
    await page.mouse.wheel(0, 600);
    await eventually(async () => expect(await page.evaluate(() => scrollY)).toBe(600));
  });

  it('is not on paper, and does not move for those who want nothing to move', async () => {
    const page = await aWindow(browser, { reducedMotion: 'reduce' });
    await page.goto(server.shop);
    await openWidget(page);
    const sheet = await page.evaluate(() => {
      const at = (media: string) => matchMedia(media).matches;
      return at('(prefers-reduced-motion: reduce)');
    });
    expect(sheet).toBe(true);
    const frame = await page.frames()[1]?.frameElement();
    const moving = await frame?.evaluate((one) => getComputedStyle(one.parentElement as Element).transitionDuration);
    expect(moving).toBe('0s');
    await page.emulateMedia({ media: 'print' });
    expect(await frame?.boundingBox()).toBeNull();
  });
});
