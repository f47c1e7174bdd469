// What agents know of the customer whom they write with, and what both know of whether they are read.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

describe('beside a conversation', { timeout: 90_000 }, () => {
  it('stands who the customer is, as far as their browser told', async () => {
    const [ana, vera] = await Promise.all([
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server, { locale: 'nb-NO', timezoneId: 'Asia/Tokyo' }),
    ]);
    await takesOn(ana, vera, 'Who am I?');
    const panel = ana.page.getByRole('complementary', { name: 'Customer' });
    await panel.getByText('Not verified').waitFor();
    await panel.getByText(/Norwegian/).waitFor();
    await panel.getByText('Tokyo').waitFor();
    await panel.getByText('Chrome on Linux').waitFor();
    const page = panel.getByRole('link', { name: /\/demo$/ });
    expect(await page.getAttribute('rel')).toBe('noopener noreferrer nofollow');

    await ana.page.getByRole('button', { name: 'Choose a topic' }).click();
    await ana.page.getByRole('menuitemcheckbox', { name: 'Refund' }).click();
    await ana.page.keyboard.press('Escape');
    await panel.locator('.customer-topics').getByText('Refund').waitFor();
  });

  it('stand notes about them, which stay with them, and only their author or a supervisor deletes', async () => {
    const [ana, ben, mia, vera] = await Promise.all([
      anAgent(browser, server, 'ana'),
      anAgent(browser, server, 'ben'),
      anAgent(browser, server, 'mia'),
      aVisitor(browser, server),
    ]);
    await takesOn(ana, vera, 'Note this');
    const notes = (agent: typeof ana) => agent.page.getByRole('region', { name: 'Notes about this customer' });
    const field = notes(ana).getByRole('textbox', { name: 'Write a note about this customer' });

    // What is being written is still there after a look at another conversation.
    await field.fill('Half a thou');
    await ana.opens('Sofia Lindqvist');
    await ana.opens('Note this');
    await eventually(async () => expect(await field.inputValue()).toBe('Half a thou'));
    await field.fill('Pays by invoice.');
    await notes(ana).getByRole('button', { name: 'Add note' }).click();
    await notes(ana).getByRole('listitem').getByText('Pays by invoice.').waitFor();
    expect(await field.inputValue()).toBe('');

    for (const other of [ben, mia]) {
      await other.opens('Note this');
      await notes(other).getByText('Pays by invoice.').waitFor();
      await notes(other)
        .getByText(/^Ana Torres/)
        .waitFor();
    }
    expect(await notes(ben).getByRole('button', { name: 'Delete this note' }).count()).toBe(0);
    await notes(mia).getByRole('button', { name: 'Delete this note' }).click();
    await notes(mia).getByRole('button', { name: 'Delete', exact: true }).click();
    await notes(mia).getByText('None yet.').waitFor();
    await ana.page.reload();
    await notes(ana).getByText('None yet.').waitFor();
    expect(await vera.panel.getByText('Pays by invoice').count()).toBe(0);
  });
});

describe('a message', { timeout: 90_000 }, () => {
  it('is seen once it is before the other’s eyes, and not before', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await vera.writes('Do you see me?');
    await vera.transcript.getByText(/^Sent · /).waitFor();
    await ana.opens('Do you see me?');
    await vera.transcript.getByText(/^Seen · /).waitFor();

    // With the panel closed it is there, and nobody has seen it.
    await ana.presses('Claim');
    await vera.presses('Minimise chat');
    await ana.replies('I do.');
    await ana.transcript.getByText('Sent', { exact: true }).waitFor();
    await ana.page.waitForTimeout(1_000);
    expect(await ana.transcript.getByText('Seen', { exact: true }).count()).toBe(0);
    const { width, height } = vera.page.viewportSize() ?? { width: 0, height: 0 };
    await vera.page.mouse.click(width - 48, height - 48);
    await ana.transcript.getByText('Seen', { exact: true }).waitFor();
    expect(await ana.transcript.getByText('Sent', { exact: true }).count()).toBe(0);
  });

  it('that came while its answer was being written is marked', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'A question');
    await ana.types('Reply', 'The answer');
    await ana.page.context().setOffline(true);
    await ana.sees(/^Offline/);
    await ana.composer.press('Control+Enter');
    await ana.sees('Not sent yet');
    await vera.writes('One more thing');
    await vera.transcript.getByText(/^Sent · /).waitFor();
    await ana.page.context().setOffline(false);
    await ana.reads(['A question', 'One more thing', 'Arrived while the reply was being written', 'The answer']);
    await vera.reads(['A question', 'One more thing', 'The answer']);
    expect(await vera.panel.getByText('Arrived while').count()).toBe(0);
  });
});
