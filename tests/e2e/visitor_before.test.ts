// Before the first message: who answers and when, and what the site asks.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor } from '../support/chats';
import { browser, server } from '../support/running';
import { changesDesk } from '../support/settings';

const everyDay = (hours: { from: string; to: string }[]) => ({ time_zone: 'UTC', week: Array(7).fill(hours) });
const email = 'Your e-mail address';

describe('a visitor', { timeout: 120_000 }, () => {
  it('answers what the site asks with the first message, once', async () => {
    const ida = await anAgent(browser, server, 'ida');
    await changesDesk(ida, {
      hours: null,
      form: [
        { label: 'Your name', kind: 'name', required: true, options: [] },
        { label: 'Order', kind: 'text', required: false, options: [] },
        { label: 'About', kind: 'choice', required: true, options: ['Delivery', 'Coffee'] },
      ],
    });
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await vera.panel.getByLabel('About').waitFor();
    await vera.writes('Where is it?');
    await vera.sees('Please fill this in.');
    await vera.panel.getByLabel('Your name').fill('Vera Lund');
    await vera.panel.getByLabel('Order').fill('10482');
    await vera.panel.getByLabel('About').selectOption('Delivery');
    await vera.composer.press('Enter');
    await ana.opens('Where is it?');
    await ana.sees('Vera Lund');
    const panel = ana.page.getByRole('complementary', { name: 'Customer' });
    await panel.getByText('10482').waitFor();
    await panel.getByText('Delivery').waitFor();
    await changesDesk(ida, { form: [] });
  });

  it('who comes when nobody is there is told until when, and leaves an address with the message', async () => {
    const ida = await anAgent(browser, server, 'ida');
    await changesDesk(ida, { hours: everyDay([]), away_form: true });
    // A clock that is a day off changes nothing.
    const vera = await aVisitor(browser, server, { timezoneId: 'Asia/Tokyo' });
    await vera.sees('Nobody is here right now');
    await vera.writes('Do you ship to Norway?');
    await vera.sees('Please fill this in.');
    await vera.panel.getByLabel(email).fill('vera@');
    await vera.composer.press('Enter');
    await vera.sees(/^Please check this address/);
    await vera.panel.getByLabel(email).fill('vera@example.com');
    await vera.composer.press('Enter');
    await vera.sees(/^(Sent|Seen) · /);
    const ana = await anAgent(browser, server, 'ana');
    await ana.opens('Do you ship to Norway?');
    await ana.sees('vera@example.com');
    await changesDesk(ida, { hours: null });
  });

  it('is told how many wait before them', async () => {
    const vera = await aVisitor(browser, server);
    await vera.writes('Is it my turn?');
    await vera.sees(/^(You are next|\d+ ahead of you)$/);
    expect(await vera.composer.isVisible()).toBe(true);
  });
});
