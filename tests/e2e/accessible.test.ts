// What a machine can tell of how accessible the dashboard is, in all that can stand on it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { browser, server } from '../support/running';

const axe = readFileSync(resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe-core finds: which rule, and where. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it('has nothing that axe-core would mend', { timeout: 120_000 }, async () => {
    const [ana, vera] = await Promise.all([
      anAgent(browser, server, 'ana', { colorScheme }),
      aVisitor(browser, server),
    ]);
    await ana.page.evaluate(axe);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      await ana.page.waitForTimeout(300);
      found[what] = await violations(ana.page);
    };
    await look('the inbox');
    await takesOn(ana, vera, `Looking at everything, ${colorScheme}`);
    await ana.notes('A note');
    await ana.types('Reply', 'A draft');
    await look('a conversation');
    await ana.types('Reply', '/');
    await ana.page.getByRole('option').first().waitFor();
    await look('canned replies in the text');
    await ana.page.keyboard.press('Escape');
    await ana.presses('Insert an emoji');
    await ana.page.getByRole('searchbox', { name: 'Search emoji' }).waitFor();
    await look('emoji');
    await ana.page.keyboard.press('Escape');
    await ana.types('Reply', 'A draft');
    await ana.presses('More for this conversation');
    await look('its menu');
    await ana.page.getByRole('menuitem', { name: 'Hand over to…' }).click();
    await look('whom to hand over to');
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('button', { name: 'Ana Torres', exact: true }).click();
    await look('the menu of whoever is signed in');
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('switch', { name: /^Messaging/ }).click();
    await look('what becomes of what is in hand');
    await ana.page.getByRole('button', { name: /^Keep/ }).click();
    await ana.page.setViewportSize({ width: 1024, height: 768 });
    await ana.page.getByRole('button', { name: /^Available for/ }).click();
    await look('the availability, folded');
    await ana.page.keyboard.press('Escape');
    await ana.page.setViewportSize({ width: 1440, height: 900 });
    await ana.presses('End Chat and Close');
    await look('the question');
    await ana.presses('Close anyway');
    await ana.sees('Conversation closed.');
    await look('a closed conversation, and the undo');
    await ana.page.keyboard.press('Control+k');
    await look('the palette');
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('heading', { level: 1 }).focus();
    await ana.page.keyboard.press('?');
    await look('the keys');
    await ana.page.keyboard.press('Escape');
    await ana.page.keyboard.press('h');
    await ana.page.getByRole('slider').waitFor();
    await look('the history');
    await ana.page.keyboard.press('Escape');
    await ana.row('Sofia Lindqvist').focus();
    await ana.page.keyboard.press('x');
    await look('a selection');
    await ana.presses('Close');
    await look('what a selection would come to');
    await ana.presses('OK');
    await ana.page.keyboard.press('Escape');
    await ana.presses('Filter');
    await look('what can be filtered by');
    await ana.page.getByRole('combobox', { name: 'Owner' }).selectOption('me');
    await ana.page.keyboard.press('Escape');
    await look('a filter');
    await ana.presses('Remove the filter Owner: Me');
    await ana.page.keyboard.press('/');
    await ana.page.keyboard.type('espresso');
    await ana.sees(/ found$/);
    await look('a search');
    const mia = await anAgent(browser, server, 'mia', { colorScheme });
    await mia.page.goto(`${server.dashboard}/dashboard/reports?days=90`);
    await mia.page.locator('.tile').first().waitFor();
    await mia.page.evaluate(axe);
    await mia.page.getByText('Show as a table').first().click();
    await mia.page.getByRole('button', { name: 'Other dates' }).click();
    await mia.page.getByRole('slider').first().focus();
    await mia.page.waitForTimeout(300);
    found['the reports'] = await violations(mia.page);
    expect(Object.fromEntries(Object.entries(found).filter(([, each]) => each.length > 0))).toEqual({});
  });

  it('has no such thing in its settings either', { timeout: 120_000 }, async () => {
    const ida = await anAgent(browser, server, 'ida', { colorScheme });
    await ida.page.getByRole('link', { name: 'Settings' }).click();
    await ida.page.evaluate(axe);
    const found: Record<string, string[]> = {};
    const pages = ida.page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
    await pages.first().waitFor();
    const names = await pages.allTextContents();
    for (const name of names) {
      await pages.filter({ hasText: name }).click();
      await ida.page.getByRole('heading', { level: 1, name }).waitFor();
      await ida.page.getByText('Loading…').waitFor({ state: 'detached' });
      const rename = ida.page.getByRole('button', { name: /^Rename / }).first();
      if ((await rename.count()) > 0) {
        await rename.click();
        await ida.page.getByLabel(/^New name for /).waitFor();
      }
      const look = ida.page.getByRole('button', { name: /^Look of the chat on / }).first();
      if ((await look.count()) > 0) {
        await look.click();
        await ida.page.getByLabel('Greeting').waitFor();
        found[`${name}, look`] = await violations(ida.page);
        await ida.page.keyboard.press('Escape');
      }
      const add = ida.page.getByRole('button', { name: /^Add an? / });
      found[name] = await violations(ida.page);
      if ((await add.count()) === 0) continue;
      await add.click();
      await ida.page.getByRole('dialog').waitFor();
      found[`${name}, adding`] = await violations(ida.page);
      await ida.page.keyboard.press('Escape');
    }
    expect(names).toHaveLength(7);
    expect(Object.fromEntries(Object.entries(found).filter(([, each]) => each.length > 0))).toEqual({});
  });
});
