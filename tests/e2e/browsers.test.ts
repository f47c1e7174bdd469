// Browsers that are not as one would wish: an old page, no storage, a wrong clock.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { Agent, eventually } from '../support/people';
import { browser, server } from '../support/running';
import { alterStream, refuseDatabases, setClockAhead } from '../support/strange';
import { aWindow, signIn } from '../support/world';

/** Ana, in a browser that something is done to before she signs in. */
async function ana(prepare: (page: Page) => Promise<unknown>): Promise<Agent> {
  const page = await aWindow(browser, { serviceWorkers: 'block' });
  await prepare(page);
  return new Agent(await signIn(page, server, 'ana'));
}

const memoryOnly = 'This browser keeps nothing for Wrapup.';
const twoHours_ms = 2 * 3_600_000;

describe('a page that is older than the server', { timeout: 120_000 }, () => {
  const old = () =>
    ana((page) => page.addInitScript(alterStream, { from: '"rules_id":"[^"]*"', to: '"rules_id":"newer"' }));

  it('offers the new version, but not while something is being written', async () => {
    const [agent, vera] = await Promise.all([old(), aVisitor(browser, server)]);
    const offer = agent.page.getByText('A new version is ready.');
    await offer.waitFor();
    await vera.writes('Are you writing?');
    await agent.opens('Are you writing?');
    await agent.types('Internal note', 'I am');
    await offer.waitFor({ state: 'detached' });
    await agent.composer.fill('');
    await offer.waitFor();
  });

  it('sends notes, and shows what the server decides', async () => {
    const [agent, ben, vera] = await Promise.all([old(), anAgent(browser, server, 'ben'), aVisitor(browser, server)]);
    await agent.sees('A new version is ready.');
    await vera.writes('Is this page old?');
    await agent.opens('Is this page old?');
    await agent.notes('It is, a little');
    await agent.hasSentAll();
    await agent.reads(['Is this page old?', 'It is, a little']);

    // Both want it; Ana's wish is held back until it is Ben's.
    let goOn = () => {};
    const held = new Promise<void>((now) => {
      goOn = now;
    });
    await agent.page.route('**/api/v1/commands', async (route) => {
      await held;
      await route.continue();
    });
    await agent.presses('Claim');
    await ben.opens('Is this page old?');
    await ben.reads(['Is this page old?', 'It is, a little']);
    await ben.presses('Claim');
    await ben.sees('Assigned to you');
    goOn();
    await agent.sees('Ben Okafor claimed this conversation first.');
    await agent.sees('Assigned to Ben Okafor');
    await vera.writes('Thanks anyway');
    await agent.reads(['Is this page old?', 'It is, a little', 'Thanks anyway']);
  });
});

describe('a browser that keeps nothing', { timeout: 120_000 }, () => {
  it('because no database opens says so, and a note arrives all the same', async () => {
    const poor = await ana((page) => page.addInitScript(refuseDatabases));
    const [ben, vera] = await Promise.all([anAgent(browser, server, 'ben'), aVisitor(browser, server)]);
    await poor.sees(memoryOnly);
    const address = await takesOn(poor, vera, 'Do you write this down?');
    await poor.notes('On paper, at least');
    await poor.hasSentAll();
    await vera.writes('Good');
    await ben.page.goto(address);
    for (const agent of [poor, ben]) await agent.reads(['Do you write this down?', 'On paper, at least', 'Good']);
  });

  it('any more, since its database was deleted, says so, and what waited and what follows arrive once', async () => {
    const poor = await ana(async () => {});
    const [ben, vera] = await Promise.all([anAgent(browser, server, 'ben'), aVisitor(browser, server)]);
    const address = await takesOn(poor, vera, 'Has anything been lost?');
    expect(await poor.page.getByText(memoryOnly).count()).toBe(0);
    await poor.page.context().setOffline(true);
    await poor.sees(/Offline since/);
    await poor.notes('Noted before it was deleted');
    await poor.sees('1 not sent yet');
    await poor.page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
    });
    await poor.sees(memoryOnly);
    await poor.sees('1 not sent yet');
    await poor.page.context().setOffline(false);
    await poor.hasSentAll();
    await poor.notes('Noted after it was deleted');
    await poor.hasSentAll();
    await vera.writes('Nothing at all');
    const all = [
      'Has anything been lost?',
      'Noted before it was deleted',
      'Noted after it was deleted',
      'Nothing at all',
    ];
    await ben.page.goto(address);
    for (const agent of [poor, ben]) await agent.reads(all);
  });
});

describe('a browser whose clock is two hours ahead', { timeout: 120_000 }, () => {
  it('shows the order of the server, and its replies are sent, also what had to wait', async () => {
    const early = await ana((page) => page.addInitScript(setClockAhead, twoHours_ms));
    const [ben, vera] = await Promise.all([anAgent(browser, server, 'ben'), aVisitor(browser, server)]);
    expect(Math.abs((await early.page.evaluate(() => Date.now())) - Date.now() - twoHours_ms)).toBeLessThan(60_000);
    const address = await takesOn(early, vera, 'What time is it?');
    await early.replies('Later than you think.');
    await vera.sees('Later than you think.');
    await vera.writes('Is it?');
    const said = ['What time is it?', 'Later than you think.', 'Is it?'];
    await early.reads(said);
    await early.page.context().setOffline(true);
    await early.sees(/Offline since/);
    await early.replies('By two hours.');
    await early.reads([...said, 'By two hours.']);
    await early.page.context().setOffline(false);
    await early.hasSentAll();
    await vera.sees('By two hours.');
    await vera.writes('Goodness');
    await ben.page.goto(address);
    for (const agent of [early, ben]) await agent.reads([...said, 'By two hours.', 'Goodness']);
    await vera.reads([...said, 'By two hours.', 'Goodness']);
    await early.page.reload();
    await early.reads([...said, 'By two hours.', 'Goodness']);
    expect(await early.page.getByText(/not done|Signed out/).count()).toBe(0);
    // What the server says of times is what is shown: all of it happened now, by its clock.
    const times = await early.transcript
      .locator('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    for (const time of times) expect(Math.abs(Date.parse(time ?? '') - Date.now())).toBeLessThan(5 * 60_000);
    await eventually(async () => expect(await early.page.getByText('Sending…').count()).toBe(0));
  });
});
