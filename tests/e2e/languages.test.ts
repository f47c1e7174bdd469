// The same dashboard and widget for people who speak another language, and for those who read from right to left.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogue as arabic } from '@web/words/ar/dashboard';
import { catalogue as german } from '@web/words/de/dashboard';
import { catalogue as english } from '@web/words/en/dashboard';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor } from '../support/chats';
import { everyPage } from '../support/pages';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow } from '../support/world';

const axe = readFileSync(resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');

const languages = [
  { language: 'de', locale: 'de-AT', direction: 'ltr', words: german },
  { language: 'ar', locale: 'ar-EG', direction: 'rtl', words: arabic },
] as const;

function texts(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(texts) : [];
}

/** What there is to read and to hear, text by text, without what people have written: that has a direction of its own. */
function said(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement, textContent } = walk.currentNode;
      if (parentElement?.checkVisibility() && !parentElement.closest('[dir=auto], bdi')) found.push(textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'])
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name) ?? '');
    return found.map((text) => text.trim());
  });
}

describe.each(languages)('in $language', ({ language, locale, direction, words }) => {
  const theirs = new Set(texts(words));
  const only = new Set(texts(english).filter((text) => /\p{L}{2}/u.test(text) && !theirs.has(text)));
  const inEnglish = async (page: Page | Frame) => [...new Set(await said(page))].filter((text) => only.has(text));

  it('says every word on every page in it, within the page', { timeout: 180_000 }, async () => {
    const ida = await anAgent(browser, server, 'ida', { locale });
    const found: Record<string, unknown> = {};
    await everyPage(ida.page, server.dashboard, async (what) => {
      const { root, wide } = await ida.page.evaluate(() => ({
        root: [document.documentElement.lang, document.documentElement.dir],
        wide: document.documentElement.scrollWidth - innerWidth,
      }));
      expect(root).toEqual([language, direction]);
      await ida.page.evaluate(axe);
      const faults = await ida.page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      });
      const all = [...(await inEnglish(ida.page)), ...faults, ...(wide > 0 ? [`${wide} px too wide`] : [])];
      if (all.length > 0) found[what] = all;
    });
    expect(found).toEqual({});
    await ida.page.context().close();
  });

  it('says them to a visitor, too', { timeout: 60_000 }, async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server, { locale })]);
    expect(await vera.panel.evaluate(() => document.documentElement.dir)).toBe(direction);
    await vera.panel.getByRole('textbox').fill(`Guten Tag (${language})`);
    await vera.panel.getByRole('textbox').press('Enter');
    await ana.opens(`Guten Tag (${language})`);
    await ana.presses('Claim');
    await ana.replies('Hallo.');
    await vera.panel.getByText('Hallo.').waitFor();
    expect(await inEnglish(vera.panel)).toEqual([]);
    await ana.presses('End Chat and Close');
    await vera.panel.locator('.closed').waitFor();
    expect(await inEnglish(vera.panel)).toEqual([]);
    await Promise.all([ana, vera].map(({ page }) => page.context().close()));
  });
});

describe('the keys', () => {
  it('are where they are on a Latin keyboard, whatever is written on them', { timeout: 60_000 }, async () => {
    const ana = await anAgent(browser, server, 'ana');
    await ana.row('Sofia Lindqvist').waitFor();
    const types = (key: string, code: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
      ana.page.evaluate(
        (event) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, bubbles: true })),
        { key, code, ...more },
      );
    await types('ت', 'KeyJ');
    expect(await ana.page.evaluate(() => document.activeElement?.className)).toMatch(/^row\b/);
    await types('؟', 'Slash', { shiftKey: true });
    await ana.page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await ana.page.keyboard.press('Escape');
    await types('ن', 'KeyK', { ctrlKey: true });
    await ana.page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
    await ana.page.context().close();
  });
});

describe('the language', () => {
  it('is chosen in the settings, stays, and loses no draft', { timeout: 60_000 }, async () => {
    const ana = await anAgent(browser, server, 'ana');
    await ana.opens('Sofia Lindqvist');
    await ana.types('Internal note', 'Half a note');
    const { pathname } = new URL(ana.page.url());
    await ana.page.getByRole('link', { name: 'Settings' }).click();
    await ana.page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
    await ana.page.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
    await ana.page.goto(server.dashboard + pathname);
    await ana.page.getByRole('tab', { name: 'Interne Notiz' }).click();
    await eventually(async () => {
      expect(await ana.page.getByRole('textbox', { name: /^Interne Notiz/ }).inputValue()).toBe('Half a note');
    });
    const login = await aWindow(browser, { locale: 'de' });
    await login.goto(`${server.dashboard}/login`);
    await login.getByRole('button', { name: 'Anmelden' }).waitFor();
    await Promise.all([ana.page, login].map((page) => page.context().close()));
  });
});
