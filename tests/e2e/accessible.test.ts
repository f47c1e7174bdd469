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
    await ana.presses('More for this conversation');
    await look('its menu');
    await ana.page.keyboard.press('Escape');
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
    expect(Object.fromEntries(Object.entries(found).filter(([, each]) => each.length > 0))).toEqual({});
  });
});
