// All that an admin can have on the screen, without a word of any language.
import type { Page } from 'playwright-core';
import { settingsHref, settingsPages } from '../../web/dashboard/settings/pages';

/** Puts each on the screen, and calls `look` with its name. */
export async function everyPage(page: Page, origin: string, look: (what: string) => Promise<void>): Promise<void> {
  const open = async (what: string, path: string, ready: string) => {
    await page.goto(origin + path);
    await page.locator(ready).first().waitFor();
    await look(what);
  };
  const press = (selector: string) => page.locator(selector).first().click();
  const behind = async (what: string, ready: string) => {
    await page.locator(ready).first().waitFor();
    await look(what);
    await page.keyboard.press('Escape');
  };

  await open('inbox', '/dashboard/chat/inbox', '.rows .row');
  await page.locator('.rows .row').first().focus();
  await page.keyboard.press('f');
  await behind('filter', '.filter-panel');
  await page.locator('.rows .row').first().focus();
  await page.keyboard.press('x');
  await behind('selection', '.bulk');
  await page.keyboard.press('Control+k');
  await behind('palette', '.palette');
  await page.locator('.rows .row').first().focus();
  await page.keyboard.press('?');
  await behind('keys', '.help');
  await press('.who');
  await behind('user', '[role=menu]');
  await open('closed', '/dashboard/chat/inbox?view=closed', '.rows .row');
  await open('nothing', '/dashboard/chat/inbox?status=closed', '.list-empty');
  await open('search', '/dashboard/chat/inbox?q=espresso', '.rows .row');
  await open('conversation', '/dashboard/chat/inbox?channel=chat', '.rows .row');
  await press('.rows .row');
  await page.locator('.transcript .said').first().waitFor();
  await look('conversation');
  await press('.head-actions [aria-haspopup=menu]');
  await behind('conversation-menu', '[role=menu]');
  await page.locator('h1').focus();
  await page.keyboard.press('h');
  await behind('history', '.history-slider');
  await open('reports', '/dashboard/reports', '.tile');
  for (const { page: name } of settingsPages) {
    await open(`settings-${name}`, settingsHref(name), 'main form, main li');
  }
}
