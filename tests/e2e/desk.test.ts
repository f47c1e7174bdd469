// An admin says when somebody is there, what visitors are asked, and which picture stands for the site.
import { expect, it } from 'vitest';
import { anAgent } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

const dialogName = 'Hours and questions on Nordlicht Coffee';

/** What the widget hears of the site. */
async function told(): Promise<Record<string, unknown>> {
  const response = await fetch(`${server.dashboard}/api/v1/widget?site=demo`);
  return (await response.json()) as Record<string, unknown>;
}

it('what is chosen for visitors in the settings is what their widget hears', { timeout: 120_000 }, async () => {
  expect(await told()).toMatchObject({ open: true, reply_time: 'minutes', form: [], rating: true });
  const ida = await anAgent(browser, server, 'ida');
  await ida.page.goto(`${server.dashboard}/dashboard/settings/sites`);
  await ida.presses(dialogName);
  const form = ida.page.getByRole('dialog', { name: dialogName });
  const save = form.getByRole('button', { name: 'Save' });

  await form.getByLabel('Somebody is there at certain hours').check();
  await form.getByLabel('Time zone').fill('Mars/Olympus');
  const monday = form.getByRole('group', { name: 'Monday' });
  await monday.getByRole('button', { name: 'Add hours on Monday' }).click();
  await monday.getByLabel('From').last().fill('16:00');
  await save.click();
  await form.getByText('Expected a time zone like Europe/Berlin.').waitFor();
  await form.getByLabel('Time zone').fill('Europe/Berlin');
  await save.click();
  await monday.getByText('This overlaps other hours of the day.').waitFor();
  await monday.getByLabel('From').last().fill('22:00');
  await monday.getByLabel('Until').last().fill('00:00');
  await form.getByRole('button', { name: 'Monday’s hours on all weekdays' }).click();
  await form.getByRole('button', { name: 'Remove these hours on Tuesday' }).first().click();

  await form.getByLabel('What visitors are told about the first answer').selectOption('hours');
  await form.getByLabel('Let visitors rate a closed chat').uncheck();
  await form.getByRole('button', { name: 'Add a question' }).click();
  await form.getByLabel('Question').fill('Your name');
  await form.getByLabel('Kind').selectOption('name');
  await form.getByRole('button', { name: 'Add a question' }).click();
  await form.getByLabel('Question').last().fill('Topic');
  await form.getByLabel('Kind').last().selectOption('choice');
  await form.getByLabel('Choices').fill('Beans\nCups\n');
  await form.getByLabel('Has to be answered').last().check();
  await form.getByRole('button', { name: 'Move “Topic” up' }).click();
  await save.click();
  await form.waitFor({ state: 'detached' });

  expect(await told()).toMatchObject({
    reply_time: 'hours',
    rating: false,
    form: [
      { label: 'Topic', kind: 'choice', required: true, options: ['Beans', 'Cups'] },
      { label: 'Your name', kind: 'name', required: false, options: [] },
    ],
  });
  await ida.presses(dialogName);
  const day = (name: string) => form.getByRole('group', { name }).locator('input');
  const times = (name: string) => day(name).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(await times('Monday')).toEqual(['09:00', '17:00', '22:00', '00:00']);
  expect(await times('Tuesday')).toEqual(['22:00', '00:00']);
  expect(await times('Friday')).toEqual(['09:00', '17:00', '22:00', '00:00']);
  expect(await times('Saturday')).toEqual([]);
  await form.getByLabel('Somebody is there at certain hours').uncheck();
  await save.click();
  await form.waitFor({ state: 'detached' });
  expect(await told()).toMatchObject({ open: true, changes_at: null });
});

it('a logo is there as soon as it is chosen, and gone when it is removed', { timeout: 120_000 }, async () => {
  const ida = await anAgent(browser, server, 'ida');
  await ida.page.goto(`${server.dashboard}/dashboard/settings/sites`);
  await ida.presses('Look of the chat on Nordlicht Coffee');
  const form = ida.page.getByRole('dialog');
  const choose = (name: string, buffer: Buffer) =>
    form.getByLabel('File of the logo').setInputFiles({ name, mimeType: 'image/png', buffer });
  await form.getByRole('button', { name: 'Choose a picture' }).waitFor();
  await choose('large.png', Buffer.alloc(64 * 1024 + 1));
  await form.getByText('The picture is larger than 64 KB.').waitFor();
  await choose('no.png', Buffer.from('<svg/>'));
  await form.getByText('Expected a PNG, JPEG, GIF or WebP.').waitFor();
  await choose('logo.png', await ida.page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 20 } }));
  await form.getByRole('button', { name: 'Choose another' }).waitFor();
  const { logo } = await told();
  const shown = form.locator('.look-picture').first();
  await eventually(async () => {
    expect(await shown.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(60);
  });
  expect(await shown.getAttribute('src')).toBe(logo);
  await form.getByRole('button', { name: 'Remove' }).click();
  await form.getByRole('button', { name: 'Choose a picture' }).waitFor();
  expect(await told()).toMatchObject({ logo: null });
});
