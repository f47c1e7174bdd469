// Whom agents take, who comes next, to whom a conversation goes, and what comes after closing.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { type Agent, eventually } from '../support/people';
import { browser, server } from '../support/running';

const toggle = (agent: Agent, group: string) => agent.page.getByRole('switch', { name: new RegExp(`^${group}:`) });
const isOn = (agent: Agent, group: string) => toggle(agent, group).getAttribute('aria-checked');

/** Whatever is in hand is kept. */
async function leaves(agent: Agent, ...groups: string[]): Promise<void> {
  for (const group of groups) {
    await toggle(agent, group).click();
    const keeps = agent.page.getByRole('button', { name: /^Keep (it|them)$/ });
    await eventually(async () => {
      if (await keeps.isVisible()) await keeps.click({ timeout: 2_000 });
      expect(await isOn(agent, group)).toBe('false');
    });
  }
}

async function routes(mia: Agent, from: string, to: string): Promise<void> {
  await mia.presses(from);
  await mia.page.getByRole('menuitemradio', { name: new RegExp(to) }).click();
  await mia.button(to).waitFor();
}

const address = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

describe('a supervisor', { timeout: 120_000 }, () => {
  it('has chats given out: to whoever is available, as soon as somebody is', async () => {
    const team = await Promise.all(['ana', 'ben', 'mia', 'ida'].map((who) => anAgent(browser, server, who)));
    const [ana, ben, mia] = team;
    if (!ana || !ben || !mia) throw new Error('somebody is missing');
    for (const agent of team) await leaves(agent, 'Messaging');
    expect(await ana.button('Chats wait to be claimed').count()).toBe(0);
    await routes(mia, 'Chats wait to be claimed', 'Chats are given out');
    try {
      const vera = await aVisitor(browser, server);
      await vera.writes('Who has time for me?');
      await ana.row('Who has time for me?').filter({ hasText: 'Unassigned' }).waitFor();
      await toggle(ben, 'Messaging').click();
      await ana.row('Who has time for me?').filter({ hasText: 'Ben Okafor' }).waitFor();
    } finally {
      await routes(mia, 'Chats are given out', 'Chats wait to be claimed');
    }
  });
});

describe('an agent', { timeout: 120_000 }, () => {
  it('switches off and on, is told who is next and why, and is given them', async () => {
    const ana = await anAgent(browser, server, 'ana');
    for (const group of ['Voice', 'Messaging', 'Mail']) expect(await isOn(ana, group)).toBe('true');
    await leaves(ana, 'Voice', 'Mail');
    // First those who wrote to her again, then whoever waits longest in what she takes.
    for (let why = ''; why !== 'waits longest in Messaging'; ) {
      await ana.page.mouse.move(0, 500);
      await ana.button('Next customer').hover();
      const told = await ana.page
        .getByRole('tooltip')
        .getByText(/^Next is probably /)
        .textContent();
      const [, name = '', reason = ''] = /^Next is probably (.*), who (.*)\.$/.exec(told ?? '') ?? [];
      expect(['wrote to you again', 'waits longest in Messaging']).toContain(reason);
      await ana.presses('Next customer');
      await ana.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await ana.header.getByText('Assigned to you').waitFor();
      await ana.hasSentAll();
      why = reason;
    }

    const vera = await aVisitor(browser, server);
    await takesOn(ana, vera, 'Is anybody there?');
    await toggle(ana, 'Messaging').click();
    await ana.sees(/^You have \d+ conversations in Messaging$/);
    await ana.presses('Give them back to the queue');
    await ana.header.getByText('Unassigned').waitFor();
    expect(await isOn(ana, 'Messaging')).toBe('false');
    await ana.button('Next customer').hover();
    await ana.page.getByRole('tooltip').getByText('Set yourself to available to get the next customer.').waitFor();

    await ana.page.context().setOffline(true);
    await ana.sees(/Offline/);
    await toggle(ana, 'Messaging').hover();
    await ana.page.getByRole('tooltip').getByText('Only the server can decide this').waitFor();
    await ana.page.context().setOffline(false);
    await eventually(async () => {
      if ((await isOn(ana, 'Messaging')) === 'false') await toggle(ana, 'Messaging').click();
      await ana.page.waitForTimeout(500);
      expect(await isOn(ana, 'Messaging')).toBe('true');
    });
  });

  it('who has not touched anything for 15 minutes is switched off, and offered to come back', async () => {
    const ana = await anAgent(browser, server, 'ana');
    await leaves(ana, 'Voice');
    await ana.page.evaluate(() => localStorage.setItem('wrapup:input-at', String(Date.now() - 15 * 60_000)));
    await ana.sees('You were away for 15 minutes, so new customers go to others.');
    for (const group of ['Messaging', 'Mail']) expect(await isOn(ana, group)).toBe('false');
    await ana.presses('Take customers again');
    await eventually(async () => expect(await isOn(ana, 'Messaging')).toBe('true'));
    expect(await isOn(ana, 'Voice')).toBe('false');
    await eventually(async () => expect(await ana.page.getByText('You were away').count()).toBe(0));
  });

  it('hands over to a colleague, and is taken where they like after closing', async () => {
    const [ana, ben] = await Promise.all([anAgent(browser, server, 'ana'), anAgent(browser, server, 'ben')]);
    const [vera, viktor] = await Promise.all([aVisitor(browser, server), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'This is one for Ben');
    await leaves(ben, 'Messaging');
    await ana.picks('More for this conversation', 'Hand over to…');
    const dialog = ana.page.getByRole('dialog', { name: 'Hand over to…' });
    await eventually(async () =>
      expect(await dialog.getByRole('button', { name: /Ben Okafor/ }).textContent()).toMatch(/Not available/),
    );
    await dialog.getByRole('button', { name: /Ben Okafor/ }).click();
    await ana.header.getByText('Assigned to Ben Okafor').waitFor();
    await ben.opens('This is one for Ben');
    await ben.composer.waitFor();

    const prefers = async (place: string) => {
      await ana.page.getByRole('button', { name: 'Ana Torres', exact: true }).click();
      await ana.page.getByRole('menuitemradio', { name: new RegExp(place) }).click();
    };
    await takesOn(ana, viktor, 'Thank you and goodbye');
    await ana.replies('Goodbye!');
    await ana.hasSentAll();
    await prefers('Go to the next customer');
    await ana.button('End Chat, Close & Next').waitFor();
    await ana.types('Reply', 'x');
    await ana.presses('More ways to send');
    await ana.page.getByRole('menuitem', { name: /^Send and close & next/ }).waitFor();
    await ana.page.keyboard.press('Escape');
    await prefers('Go back to the list');
    await ana.button('End Chat, Close & List').waitFor();
    await ana.page.waitForTimeout(450);
    const closed = address(ana.page);
    await ana.presses('End Chat, Close & List');
    await eventually(async () => expect(address(ana.page)).toBe('inbox'));
    await viktor.sees(/closed by Ana Torres/);
    expect(closed).toHaveLength(22);
    // The server keeps it: another browser of hers knows.
    const elsewhere = await anAgent(browser, server, 'ana');
    await elsewhere.page.getByRole('button', { name: 'Ana Torres', exact: true }).click();
    const kept = elsewhere.page.getByRole('menuitemradio', { name: /Go back to the list/ });
    expect(await kept.getAttribute('aria-checked')).toBe('true');
    await elsewhere.page.keyboard.press('Escape');
    await prefers('Stay in the conversation');
  });
});
