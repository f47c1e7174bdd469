// A live chat from hello to goodbye, in two windows, on two origins.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

const agent = (who: string) => anAgent(browser, server, who);
const visitor = () => aVisitor(browser, server);

describe('a live chat', { timeout: 60_000 }, () => {
  it('stands in the widget at once, is marked sent when the server has it, and is in the inbox without reloading', async () => {
    const ana = await agent('ana');
    const vera = await visitor();
    await vera.panel.page().route('**/api/v1/commands', async (route) => {
      await new Promise((later) => setTimeout(later, 500));
      await route.continue();
    });
    await vera.writes('Do you roast on Mondays?');
    await vera.sees('Do you roast on Mondays?');
    expect(await vera.panel.getByText(/^Sent/).count()).toBe(0);
    await vera.panel.getByText(/^Sent/).waitFor();

    const row = ana.row('Do you roast on Mondays?');
    await row.waitFor();
    expect(await row.textContent()).toMatch(/Unassigned/);
    await ana.opens('Do you roast on Mondays?');
    await ana.sees('Claim this conversation to reply.');
    await ana.page.getByRole('complementary', { name: 'Customer' }).getByText('British English').waitFor();
    expect(await ana.header.textContent()).toMatch(/Open.*Unassigned/s);
    expect(await ana.composer.count()).toBe(0);
    expect(await ana.button('Claim').first().isEnabled()).toBe(true);
  });

  it('goes from Claim to Closed with replies, a note and Send and close', async () => {
    const ana = await agent('ana');
    const vera = await visitor();
    await vera.writes('Is the Yirgacheffe back?');
    await ana.opens('Is the Yirgacheffe back?');
    await ana.presses('Claim');
    await ana.sees('Assigned to you');
    await vera.sees('Ana Torres joined');

    await ana.composer.fill('On Friday.');
    await ana.composer.press('Control+Enter');
    await vera.sees('On Friday.');

    await ana.page.getByRole('tab', { name: 'Internal note' }).click();
    await ana.composer.fill('Asked twice already; give her the discount.');
    await ana.composer.press('Control+Enter');
    await ana.sees('Asked twice already; give her the discount.');

    await ana.page.getByRole('tab', { name: 'Reply' }).click();
    await ana.composer.fill('See you on Friday!');
    await ana.picks('More ways to send', 'Send and close');
    await ana.sees('This conversation has been closed.');
    expect(await ana.header.textContent()).toMatch(/Closed/);
    await vera.sees('See you on Friday!');
    await vera.sees(/closed by Ana Torres/);
    expect(await vera.panel.getByText('discount').count()).toBe(0);
  });

  it('ends with End Chat and Close: gone from the queue, found under Closed, and the visitor keeps what was typed', async () => {
    const ana = await agent('ana');
    const vera = await visitor();
    await vera.writes('Just looking around');
    await ana.opens('Just looking around');
    await ana.presses('Claim');
    await ana.composer.fill('Enjoy!');
    await ana.composer.press('Control+Enter');
    await vera.sees('Enjoy!');
    await vera.composer.fill('Wait, one more th');

    await ana.presses('End Chat and Close');
    await ana.sees('This conversation has been closed.');
    await eventually(async () => expect(await ana.row('Enjoy!').count()).toBe(0));
    await ana.filters('Closed');
    await ana.row('Enjoy!').waitFor();

    await vera.sees(/closed by Ana Torres/);
    expect(await vera.composer.count()).toBe(0);
    await vera.presses('Start a new conversation');
    expect(await vera.composer.inputValue()).toBe('Wait, one more th');
    await vera.composer.press('Enter');
    await ana.filters('Open');
    await ana.row('Wait, one more th').waitFor();
  });

  it('goes on to the next customer with Send and close & next', async () => {
    const ana = await agent('ana');
    const vera = await visitor();
    await vera.writes('One quick question');
    await ana.opens('One quick question');
    await ana.presses('Claim');
    await ana.composer.fill('A quick answer.');
    const before = ana.page.url();
    await ana.picks('More ways to send', 'Send and close & next');
    await vera.sees(/closed by Ana Torres/);
    await ana.page.waitForURL((url) => url.href !== before && /inbox\/[\w-]{22}/.test(url.pathname));
    await ana.sees('Assigned to you');
    expect(await ana.header.textContent()).toMatch(/Open/);
  });

  it('is snoozed until the customer writes, and brought back before', async () => {
    const ana = await agent('ana');
    const vera = await visitor();
    await vera.writes('I will measure it and come back');
    await ana.opens('I will measure it and come back');
    await ana.presses('Claim');
    await ana.picks('More for this conversation', 'Snooze');
    await ana.sees(/You snoozed this until the customer writes/);
    await ana.picks('More for this conversation', 'Wake now');
    await ana.sees(/You brought this conversation back/);
    expect(await vera.panel.getByText(/snoozed|brought/).count()).toBe(0);
  });

  it('asks before it closes over an unanswered message, with three ways out', async () => {
    const ana = await agent('ana');
    const vera = await visitor();
    await vera.writes('Anybody there?');
    await ana.opens('Anybody there?');
    await ana.presses('Claim');
    await ana.presses('End Chat and Close');
    const question = ana.page.getByRole('dialog').or(ana.page.getByRole('alertdialog'));
    await question.waitFor();
    await question.getByRole('button', { name: 'Write a reply' }).click();
    await eventually(async () =>
      expect(await ana.composer.evaluate((field) => field === document.activeElement)).toBe(true),
    );
    await ana.presses('End Chat and Close');
    await question.getByRole('button', { name: 'Close anyway' }).click();
    await ana.sees('This conversation has been closed.');
    await ana.presses('Reopen');
    await ana.sees('Assigned to you');
  });

  it('is claimed by one of two agents who press at the same moment; the other is told who, in place', async () => {
    const [ana, ben, vera] = await Promise.all([agent('ana'), agent('ben'), visitor()]);
    await vera.writes('Who is first?');
    await Promise.all([ana.opens('Who is first?'), ben.opens('Who is first?')]);
    // Both hear of the other's claim only after they have asked.
    for (const page of [ana.page, ben.page])
      await page.route('**/api/v1/commands', async (route) => {
        await new Promise((later) => setTimeout(later, 300));
        await route.continue();
      });
    await Promise.all([ana.presses('Claim'), ben.presses('Claim')]);
    const told = /(Ana Torres|Ben Okafor) claimed this conversation first\./;
    const [winner, loser] = await Promise.race([
      ana.sees(told).then(() => [ben, ana] as const),
      ben.sees(told).then(() => [ana, ben] as const),
    ]);
    await winner.sees('Assigned to you');
    await loser.sees(winner === ana ? 'Assigned to Ana Torres' : 'Assigned to Ben Okafor');
    expect(await winner.page.getByText(told).count()).toBe(0);
    expect(await loser.composer.count()).toBe(0);
  });
});

describe('a button', { timeout: 60_000 }, () => {
  it('changes in the frame of the click, before the server has answered, and is corrected if the server refuses', async () => {
    const [ana, vera] = await Promise.all([agent('ana'), visitor()]);
    await vera.writes('Quick question');
    await ana.opens('Quick question');
    let refuse = () => {};
    const refused = new Promise<void>((now) => {
      refuse = now;
    });
    await ana.page.route('**/api/v1/commands', async (route) => {
      await refused;
      await route.continue();
    });
    const claim = ana.button('Claim').first();
    await claim.waitFor();
    const nextFrame = await claim.evaluate(
      (button) =>
        new Promise<string>((shown) => {
          (button as HTMLElement).click();
          requestAnimationFrame(() => shown(document.querySelector('main')?.textContent ?? ''));
        }),
    );
    expect(nextFrame).toContain('Unclaim');
    expect(nextFrame).toContain('Assigned to you');

    // Meanwhile Ben gets it.
    const ben = await agent('ben');
    await ben.opens('Quick question');
    await ben.presses('Claim');
    await ben.sees('Assigned to you');
    await ben.hasSentAll();
    refuse();
    await ana.sees('Assigned to Ben Okafor');
    await ana.sees('Ben Okafor claimed this conversation first.');
    expect(await ana.composer.count()).toBe(0);
  });

  it('that is disabled says why, and pressing it does nothing', async () => {
    const [ana, vera] = await Promise.all([agent('ana'), visitor()]);
    await vera.writes('Hello again');
    await ana.opens('Hello again');
    const close = ana.button('End Chat and Close');
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    await close.hover();
    await ana.page.getByRole('tooltip').getByText('Claim this conversation first.').waitFor();
    await close.click({ force: true });
    expect(await ana.page.getByText('This conversation has been closed.').count()).toBe(0);
  });
});
