// After the end: what visitors are told, and what they can do then.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import type { Agent, Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { changesReopening } from '../support/settings';

async function closedChat(question: string): Promise<[Agent, Visitor]> {
  const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
  await takesOn(ana, vera, question);
  await ana.replies('We do.');
  await vera.sees('We do.');
  await ana.presses('End Chat and Close');
  await vera.sees('This chat was closed by Ana Torres.');
  return [ana, vera];
}

describe('a visitor', { timeout: 120_000 }, () => {
  it('rates a closed chat once the close is for good, and only once', async () => {
    const [ana, vera] = await closedChat('Do you roast on Sundays?');
    const good = vera.panel.getByRole('radio', { name: 'Good', exact: true });
    await vera.sees('You can rate this chat in a moment.');
    expect(await good.isDisabled()).toBe(true);
    await vera.sees('How was this chat?');
    await good.click();
    await vera.panel.getByRole('textbox', { name: 'Would you like to say more?' }).fill('Quick and kind');
    await vera.presses('Send rating');
    await vera.sees('You rated this chat 4 of 5');
    await vera.sees(/^Thank you\./);
    expect(await good.count()).toBe(0);
    await ana.sees(/rated this conversation 4 of 5: “Quick and kind”/);
  });

  it('reopens a closed chat within the time that the policy gives, which runs before their eyes', async () => {
    const ida = await anAgent(browser, server, 'ida');
    await changesReopening(ida, { mode: 'window', window_ms: 60 * 60_000 });
    const [ana, vera] = await closedChat('Do you grind for a moka pot?');
    await vera.sees(/^You can reopen it for another (1:00:00|59:\d\d)\.$/);
    const told = await vera.panel.locator('.closed-why').textContent();
    await vera.panel.waitForFunction((before) => document.querySelector('.closed-why')?.textContent !== before, told);
    await vera.presses('Reopen this chat');
    await vera.sees('You reopened the chat');
    await vera.writes('How coarse?');
    await ana.sees('How coarse?');
    await changesReopening(ida, { mode: 'locked', window_ms: 0 });
  });

  it('takes what was said along as a file', async () => {
    const [, vera] = await closedChat('Do you have decaf?');
    const saving = vera.page.waitForEvent('download');
    await vera.presses('Save transcript');
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^Nordlicht Coffee \d{4}-\d\d-\d\d\.txt$/);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text).toContain('Do you have decaf?');
    expect(text).toContain('We do.');
  });

  it('is where the next step is, without having to look for it', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'One moment');
    await ana.replies('Yes?');
    await vera.sees('Yes?');
    await vera.composer.focus();
    await ana.presses('End Chat and Close');
    await vera.sees('No more messages can be sent here.');
    await vera.page.keyboard.press('Tab');
    const focused = () => vera.panel.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Start a new conversation');
    await vera.page.keyboard.press('Enter');
    await vera.sees('A new conversation');
  });
});
