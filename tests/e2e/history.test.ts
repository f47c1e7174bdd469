// Going back through what happened to a conversation.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { browser, server } from '../support/running';

describe('the history of a conversation', { timeout: 60_000 }, () => {
  it('shows at each moment what happened, how it stood, and which buttons there were, with reasons', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'What did you promise me?');
    await ana.replies('A refund.');
    await vera.sees('A refund.');
    await ana.hasSentAll();
    await ana.presses('End Chat and Close');
    await ana.sees('This conversation has been closed.');
    await ana.hasSentAll();
    await ana.page.locator('h1').first().focus();
    await ana.page.keyboard.press('h');
    const history = ana.page.getByRole('dialog', { name: 'History' });
    await history.getByText('You closed this conversation').waitFor();
    const buttons = history.locator('.history-buttons');
    expect(await buttons.textContent()).toContain('ReopenYes');

    await ana.page.keyboard.press('Home');
    await history.getByText('What did you promise me?').waitFor();
    await history.getByText('Unassigned', { exact: true }).waitFor();
    expect(await buttons.textContent()).toContain('ClaimYes');
    expect(await buttons.textContent()).toContain('SendClaim this conversation to reply.');
    await ana.page.keyboard.press('ArrowRight');
    await history.getByText('You claimed this conversation').waitFor();
    expect(await buttons.textContent()).toContain('End Chat and CloseYes');
    await ana.page.keyboard.press('Escape');
    expect(await history.count()).toBe(0);
  });
});
