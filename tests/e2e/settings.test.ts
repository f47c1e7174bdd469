// Settings: what agents, supervisors and admins change, and what comes of it at once.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, password } from '../support/world';

const settings = (page: string) => `${server.dashboard}/dashboard/settings/${page}`;

describe('settings', { timeout: 120_000 }, () => {
  it('a supervisor writes a canned reply, and an agent puts it in by its shortcut', async () => {
    const [mia, ana, vera] = await Promise.all([
      anAgent(browser, server, 'mia'),
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server),
    ]);
    await mia.page.goto(settings('canned-replies'));
    await mia.presses('Add a canned reply');
    const form = mia.page.getByRole('dialog');
    await form.getByLabel('Title').fill('Opening hours');
    await form.getByLabel('Shortcut').fill('hours');
    await form.getByLabel('Text').fill('Hello {customer}');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.getByText('Unknown variable {customer}.').waitFor();
    await form.getByLabel('Text').fill('We open at nine, ');
    await form.getByRole('button', { name: 'Customer’s name' }).click();
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await mia.sees('/hours');

    await takesOn(ana, vera, 'When do you open?');
    await ana.types('Reply', '');
    await ana.composer.pressSequentially('Good morning. /hou');
    const option = ana.page.getByRole('option', { name: 'Opening hours /hours' });
    await option.waitFor();
    expect(await ana.composer.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await ana.page.keyboard.press('Escape');
    await option.waitFor({ state: 'detached' });
    await ana.composer.pressSequentially('r');
    expect(await option.count()).toBe(0);
    await ana.composer.fill('');
    await ana.composer.pressSequentially('/');
    await ana.page.keyboard.press('ArrowUp');
    await ana.composer.pressSequentially('hours');
    await ana.page.keyboard.press('Tab');
    expect(await ana.composer.inputValue()).toBe('We open at nine, there');
    await ana.presses('Insert an emoji');
    await ana.page.getByRole('searchbox', { name: 'Search emoji' }).fill('coffee');
    await ana.page.keyboard.press('Enter');
    expect(await ana.composer.inputValue()).toBe('We open at nine, there☕');
    await ana.page.keyboard.press('Control+Enter');
    await vera.sees('We open at nine, there☕');
  });

  it('an agent sees only what is theirs, and changes how this browser looks and their password', async () => {
    const ben = await anAgent(browser, server, 'ben');
    const elsewhere = await anAgent(browser, server, 'ben');
    await ben.page.getByRole('link', { name: 'Settings' }).click();
    await ben.page.waitForURL(/settings\/profile$/);
    const pages = ben.page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
    expect(await pages.allTextContents()).toEqual(['Profile', 'Canned replies']);
    await ben.page.goto(settings('agents'));
    await ben.page.waitForURL(/settings\/profile$/);

    await ben.page.getByLabel('Look').selectOption('dark');
    const surface = () => ben.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await surface()).toBe('rgb(16, 16, 19)');
    await ben.page.getByLabel('Names of buttons').selectOption('short');
    await ben.page.reload();
    await ben.page.getByLabel('Look').waitFor();
    expect(await surface()).toBe('rgb(16, 16, 19)');

    await ben.page.getByLabel('Current password').fill('not this');
    await ben.page.getByLabel('New password').fill('beans and more beans');
    await ben.presses('Change password');
    await ben.sees('The current password is wrong.');
    await ben.page.getByLabel('Current password').fill(password);
    await ben.presses('Change password');
    await ben.sees('Changed. You are signed out everywhere else.');
    await elsewhere.page.waitForURL(/\/login$/);
    await ben.page.getByRole('link', { name: 'Inbox' }).first().click();
    await ben.row('Sofia Lindqvist').waitFor();
  });

  it('agents see where they are signed in, and sign out there', async () => {
    const [here, there] = [await anAgent(browser, server, 'ana'), await anAgent(browser, server, 'ana')];
    await here.page.goto(settings('profile'));
    const rows = here.page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    const other = rows.filter({ hasNotText: 'Here' }).first();
    await other.getByRole('button', { name: 'Sign out' }).click();
    await there.page.waitForURL(/\/login$/);
    await here.presses('Sign out everywhere');
    await here.page.waitForURL(/\/login$/);
  });

  it('an admin adds an agent, who works until they are disabled', async () => {
    const ida = await anAgent(browser, server, 'ida');
    await ida.page.goto(settings('agents'));
    await ida.presses('Add an agent');
    const form = ida.page.getByRole('dialog');
    await form.getByLabel('Name').fill('Nils Holm');
    await form.getByLabel('E-mail').fill('nils@demo.test');
    await form.getByLabel('Role').selectOption('Supervisor');
    await form.getByLabel('Messaging').fill('3');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    const link = await ida.page.getByRole('dialog', { name: 'Invitation' }).locator('code').textContent();
    await ida.page.keyboard.press('Escape');

    const nils = await aWindow(browser);
    await nils.goto(link ?? '');
    await nils.getByText('nils@demo.test').waitFor();
    await nils.getByLabel('Password').fill('password123');
    await nils.getByRole('button', { name: 'Begin' }).click();
    await nils.getByText('This is among the passwords that are guessed first.').waitFor();
    await nils.getByLabel('Password').fill('fjords and more fjords');
    await nils.getByRole('button', { name: 'Begin' }).click();
    await nils.getByRole('link').filter({ hasText: 'Sofia Lindqvist' }).waitFor();
    await nils.getByRole('switch', { name: 'Messaging: 0 of 3 in hand' }).waitFor();
    await ida.picks('More for Nils Holm', 'Disable');
    await nils.waitForURL(/\/login$/);
    await ida.sees('Disabled');

    const late = await aWindow(browser);
    await late.goto(link ?? '');
    await late.getByRole('heading', { name: 'This link opens nothing' }).waitFor();

    await ida.page.goto(settings('audit'));
    await ida.sees('disabled nils@demo.test');
    await ida.sees('added nils@demo.test as supervisor');
  });

  it('a policy is looked at before it is put in force, and then rules at once', async () => {
    const [ida, ana, vera] = await Promise.all([
      anAgent(browser, server, 'ida'),
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server),
    ]);
    await takesOn(ana, vera, 'Do you deliver on Sundays?');
    await ana.replies('We do not.');
    await ida.page.goto(settings('policies'));
    const answers = ida.page.getByRole('group', { name: 'Chat' }).first();
    await answers.getByLabel('First answer (minutes)').fill('600');
    await ida.presses('What would have been');
    await ida.sees(/\d+ answers? would have been late/);
    await ida.presses('Put in force');
    await ida.sees(/^Version 2, in force since/);

    await ida.page.goto(settings('topics'));
    await ida.page.getByLabel('New topic').fill('Opening hours');
    await ida.presses('Add topic');
    await ida.sees('Opening hours');
    await ida.page.getByRole('checkbox', { name: /A topic has to be chosen/ }).check();
    await ana.sees('Choose a topic to close');
    await ana.presses('Choose a topic to close');
    await ana.page.getByRole('menuitemcheckbox', { name: 'Opening hours' }).click();
    await ana.presses('End Chat and Close');
    await ana.sees('This conversation has been closed.');
    await ida.page.getByRole('checkbox', { name: /A topic has to be chosen/ }).uncheck();
  });

  it('a new site comes with its line, and is there for its admin at once', async () => {
    const ida = await anAgent(browser, server, 'ida');
    await ida.page.goto(settings('sites'));
    await ida.presses('Add a site');
    const form = ida.page.getByRole('dialog');
    await form.getByLabel('Name').fill('Bakery');
    await form.getByLabel('Where the chat may stand').fill('bakery.test');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.getByText(/Expected addresses like/).waitFor();
    await form.getByLabel('Where the chat may stand').fill('https://bakery.test');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await eventually(async () => {
      await ida.page.reload();
      await ida.page.locator('code').first().waitFor();
      const lines = await ida.page.locator('code').allTextContents();
      expect(lines.filter((line) => /^<script async src="http.*\?site=[\w-]{22}"><\/script>$/.test(line))).toHaveLength(
        1,
      );
    });
  });
});
