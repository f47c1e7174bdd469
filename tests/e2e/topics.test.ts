// Topics have names: typed when they are added, changed where they stand, and the same everywhere at once.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

describe('the names of topics', { timeout: 120_000 }, () => {
  it('change in place, for everybody at once, and stay when the connection goes', async () => {
    const [ida, ana, vera] = await Promise.all([
      anAgent(browser, server, 'ida'),
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server),
    ]);
    await takesOn(ana, vera, 'May I have my money back?');
    await ana.picksTopic('Refund');
    await ana.sees('You set the topics: Refund');

    await ida.page.goto(`${server.dashboard}/dashboard/settings/topics`);
    await ida.presses('Rename Refund');
    const name = ida.page.getByLabel('New name for Refund');
    expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
    await name.fill('brewing ADVICE');
    await name.press('Enter');
    await ida.sees('Another one goes by that name already.');
    await name.press('Escape');
    await eventually(async () =>
      expect(await ida.button('Rename Refund').evaluate((button) => button === document.activeElement)).toBe(true),
    );
    await ida.page.keyboard.press('Enter');
    await name.fill('Money back');
    await ida.presses('Save');
    await ida.button('Rename Money back').waitFor();
    await ana.sees('You set the topics: Money back');
    expect(await ana.page.locator('.topics .topic').allTextContents()).toEqual(['Money back']);

    await ana.hasSentAll();
    await vera.writes('Hello?');
    await ana.reads(['Hello?']);
    await ana.page.route('**/api/**', (request) => request.abort());
    await ana.page.reload();
    await ana.sees('You set the topics: Money back');

    await ida.page.goto(`${server.dashboard}/dashboard/reports`);
    await ida.sees('Money back');
    await ida.page.goto(`${server.dashboard}/dashboard/settings/audit`);
    await ida.sees('renamed the topic Refund to Money back');
  });

  it('are kept as they were typed, in any script', async () => {
    const [ida, ana, vera] = await Promise.all([
      anAgent(browser, server, 'ida'),
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server),
    ]);
    await takesOn(ana, vera, 'Hello, Tuesday?');
    await ida.page.goto(`${server.dashboard}/dashboard/settings/topics`);
    for (const name of ['iOS app', 'مواعيد العمل']) {
      await ida.page.getByLabel('New topic').fill(name);
      await ida.presses('Add topic');
      await ida.button(`Rename ${name}`).waitFor();
      await ana.picksTopic(name);
    }
    await ana.sees('You set the topics: iOS app, مواعيد العمل');
    await ana.page.goto(`${server.dashboard}/dashboard/chat/inbox?topic=${encodeURIComponent('مواعيد_العمل')}`);
    await ana.row('Hello, Tuesday?').waitFor();
    await ida.page.getByLabel('New topic').fill('IOS APP');
    await ida.presses('Add topic');
    await ida.sees('Another one goes by that name already.');
  });
});
