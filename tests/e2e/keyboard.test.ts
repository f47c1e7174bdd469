// Everything by keyboard alone.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor } from '../support/chats';
import type { Agent } from '../support/people';
import { browser, server } from '../support/running';

const types = async (agent: Agent, ...keys: string[]) => {
  for (const key of keys) await agent.page.keyboard.press(key);
};

describe('an agent without a pointer', { timeout: 90_000 }, () => {
  it('opens, claims, replies, closes and undoes', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await vera.writes('Can you hear me typing?');
    await ana.row('Can you hear me typing?').waitFor();
    await types(ana, 'j', 'Enter');
    await ana.page.getByRole('heading', { level: 1, name: /Visitor/ }).waitFor();
    await types(ana, 'c');
    await ana.composer.waitFor();
    await ana.page.keyboard.type('Every key of it.');
    await types(ana, 'Control+Enter');
    await vera.sees('Every key of it.');

    // In a text, letters are letters.
    await types(ana, 'e', 'z');
    expect(await ana.composer.inputValue()).toBe('ez');
    await ana.composer.fill('');
    await ana.row('Every key of it.').focus();
    await types(ana, 'e');
    await ana.sees('This conversation has been closed.');
    await types(ana, 'z');
    await ana.sees('You undid the close');
  });

  it('is told why a key does nothing, and finds everything in the palette, with reasons', async () => {
    const [ana, ben, vera] = await Promise.all([
      anAgent(browser, server, 'ana'),
      anAgent(browser, server, 'ben'),
      aVisitor(browser, server),
    ]);
    await vera.writes('Whose am I?');
    await ben.opens('Whose am I?');
    await ben.presses('Claim');
    await ana.row('Whose am I?').filter({ hasText: 'Ben Okafor' }).waitFor();
    await ana.opens('Whose am I?');
    await types(ana, 'e');
    await ana.sees('End Chat and Close: Only Ben Okafor, who owns this conversation, can do this.');

    await types(ana, 'Control+k');
    await ana.page.keyboard.type('end chat and');
    const option = ana.page.getByRole('option', { name: /End Chat and Close/ });
    expect(await option.getAttribute('aria-disabled')).toBe('true');
    expect(await option.textContent()).toContain('Only Ben Okafor');
    await types(ana, 'Enter');
    expect(await option.count()).toBe(1);
    await ana.page.getByRole('combobox').fill('internal');
    await types(ana, 'Enter');
    await ana.page.getByRole('textbox', { name: 'Internal note' }).waitFor();
    await ana.page.keyboard.type('Ben has it.');
    await types(ana, 'Control+Enter');
    await ana.reads(['Ben has it.']);
  });

  it('sees all keys by ?, and can switch the single ones off, also for the next visit', async () => {
    const ana = await anAgent(browser, server, 'ana');
    await ana.row('Sofia Lindqvist').waitFor();
    await types(ana, '?');
    const help = ana.page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('The next row', { exact: true }).waitFor();
    await help.getByRole('checkbox').uncheck();
    await types(ana, 'Escape');
    await ana.page.reload();
    await ana.row('Sofia Lindqvist').waitFor();
    await types(ana, '?', 'j');
    expect(await help.count()).toBe(0);
    expect(await ana.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await types(ana, 'Control+k');
    await ana.page.keyboard.type('single letters on');
    await types(ana, 'Enter');
    await ana.page.getByRole('combobox').waitFor({ state: 'detached' });
    await types(ana, '?');
    await help.waitFor();
  });
});
