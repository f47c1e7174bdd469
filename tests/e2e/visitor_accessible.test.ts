// What a machine can tell of how accessible the visitor's panel is, in all that can stand in it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { png } from '../support/pictures';
import { browser, server } from '../support/running';
import { changesDesk } from '../support/settings';

const axe = readFileSync(resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it('the panel has nothing that axe-core would mend', { timeout: 180_000 }, async () => {
    const ida = await anAgent(browser, server, 'ida');
    await changesDesk(ida, { form: [{ label: 'Order', kind: 'text', required: true, options: [] }] });
    const [ana, vera] = await Promise.all([
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server, { colorScheme, reducedMotion: 'reduce' }),
    ]);
    await vera.panel.evaluate(axe);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      found[what] = await vera.panel.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      });
    };
    await vera.panel.getByLabel('Order').waitFor();
    await look('the form');
    await vera.composer.fill(`Looking, ${colorScheme}`);
    await vera.composer.press('Enter');
    await vera.sees('Please fill this in.');
    await look('what the form misses');
    await vera.panel.getByLabel('Order').fill('10482');
    await takesOn(ana, vera, `Looking, ${colorScheme}`);
    await vera.panel
      .locator('input[type=file]')
      .setInputFiles([{ name: 'map.png', mimeType: 'image/png', buffer: png(30, 20) }]);
    await vera.panel.getByRole('button', { name: 'Remove map.png' }).waitFor();
    await look('a file to be sent');
    await vera.presses('Send');
    await vera.panel.getByRole('button', { name: 'Show map.png larger' }).waitFor();
    await ana.replies('Thank you.');
    await vera.sees('Thank you.');
    await look('a conversation');
    await vera.presses('End chat');
    await look('the question');
    await vera.panel.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
    await vera.sees('The chat has ended. Write to go on.');
    await look('an ended chat');
    await ana.presses('End Chat and Close');
    await vera.sees('No more messages can be sent here.');
    await vera.sees('How was this chat?');
    await vera.panel.getByRole('radio', { name: 'Good', exact: true }).click();
    await look('a closed chat, being rated');
    await changesDesk(ida, { form: [] });
    expect(Object.fromEntries(Object.entries(found).filter(([, each]) => each.length > 0))).toEqual({});
  });
});
