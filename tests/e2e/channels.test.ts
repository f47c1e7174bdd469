// Every channel as an agent meets it: its own buttons, and topics in place.
import { describe, expect, it } from 'vitest';
import { anAgent } from '../support/chats';
import type { Agent } from '../support/people';
import { browser, server } from '../support/running';

/** The newest of Ana's own of this channel. */
async function opensOne(ana: Agent, channel: string): Promise<void> {
  await ana.filters('Mine');
  const row = ana.page
    .locator('.row')
    .filter({ has: ana.page.locator('.row-end').getByText(channel, { exact: true }) })
    .first();
  await row.click();
  await ana.header.getByText(channel, { exact: true }).first().waitFor();
}

/** The primary button, and what its menu begins with. */
async function buttons(ana: Agent): Promise<string[]> {
  const primary = ana.page.locator('.head-actions .button-joined-start .button-label > span:first-child');
  const label = (await primary.textContent()) ?? '';
  await ana.presses('More for this conversation');
  const items = await ana.page.getByRole('menuitem').locator('.menu-label').allTextContents();
  await ana.page.keyboard.press('Escape');
  return [
    label,
    ...items.slice(
      0,
      items.findIndex((item) => item === 'No Reply Needed' || item === 'Snooze'),
    ),
  ];
}

const closing = ['Close & Next', 'Next', 'Close'];

describe('on every channel', { timeout: 90_000 }, () => {
  it('stand the buttons of that channel', async () => {
    const ana = await anAgent(browser, server, 'ana');
    const expected: Record<string, string[]> = {
      Chat: ['End Chat and Close', 'End Chat'],
      Email: closing,
      Call: closing,
      Voicemail: ['Next', 'Close & Next', 'Close'],
      SMS: closing,
      Social: closing,
      Task: closing,
      Note: closing,
    };
    const found: Record<string, string[]> = {};
    for (const channel of Object.keys(expected)) {
      await opensOne(ana, channel);
      found[channel] = await buttons(ana);
    }
    expect(found).toEqual(expected);
  });

  it('a task has no customer to reply to, and takes notes and topics', async () => {
    const ana = await anAgent(browser, server, 'ana');
    await opensOne(ana, 'Task');
    expect(await ana.page.getByRole('heading', { level: 1 }).textContent()).toBe('Task');
    expect(await ana.page.getByRole('tab').allTextContents()).toEqual(['Internal note']);
    expect(await ana.page.getByRole('complementary', { name: 'Customer' }).count()).toBe(0);
    await ana.page.getByRole('textbox', { name: 'Internal note' }).fill('Done half of it.');
    await ana.page.keyboard.press('Control+Enter');
    await ana.reads(['Done half of it.']);

    await ana.page.getByRole('button', { name: /^(Choose a topic|Change topics)/ }).click();
    const wholesale = ana.page.getByRole('menuitemcheckbox', { name: 'Subscription' });
    const before = await wholesale.getAttribute('aria-checked');
    await wholesale.click();
    await ana.sees(before === 'true' ? /You (set|took)/ : /You set the topics: .*Subscription/);
  });
});
