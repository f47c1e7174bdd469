// An agent without a connection goes on working; what was done arrives once, and what no longer holds is said in words.
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { anAgent, aVisitor, keptIn, takesOn } from '../support/chats';
import { Agent, eventually, unconfirmed } from '../support/people';
import { browser, server } from '../support/running';
import { launchAt, signIn } from '../support/world';

const offlineReason = 'Only the server can decide this: it has to wait for the connection.';

it('what an agent did offline arrives once and in order, and nothing is closed over a message that came meanwhile', {
  timeout: 120_000,
}, async () => {
  const [ana, vera, victor, vita] = await Promise.all([
    anAgent(browser, server, 'ana'),
    aVisitor(browser, server),
    aVisitor(browser, server),
    aVisitor(browser, server),
  ]);
  await vita.writes('Nobody has claimed me');
  await ana.opens('Nobody has claimed me');
  await ana.button('Claim').first().waitFor();
  const unclaimed = ana.page.url();
  const closing = await takesOn(ana, victor, 'Can I close this?');
  const writing = await takesOn(ana, vera, 'Which grind for the moka pot?');

  await ana.page.context().setOffline(true);
  await ana.sees(/Offline since/);
  await ana.replies('A little finer than for a filter.');
  await ana.notes('She bought the moka pot in May.');
  await ana.opens('Can I close this?');
  await ana.presses('End Chat and Close');
  await ana.presses('Close anyway');
  await ana.sees('This conversation has been closed.');
  expect(await ana.header.textContent()).toMatch(/Closed/);
  await ana.sees('3 not sent yet');
  expect(await ana.transcript.getByText(unconfirmed).count()).toBe(2);

  await ana.opens('Nobody has claimed me');
  expect(ana.page.url()).toBe(unclaimed);
  const claim = ana.button('Claim').first();
  expect(await claim.getAttribute('aria-disabled')).toBe('true');
  await claim.hover();
  await ana.page.getByRole('tooltip').getByText(offlineReason).waitFor();

  await ana.opens('A little finer than for a filter.');
  expect(ana.page.url()).toBe(writing);
  const mine = [
    'Which grind for the moka pot?',
    'A little finer than for a filter.',
    'She bought the moka pot in May.',
  ];
  await ana.reads(mine);
  await eventually(async () => expect(await ana.transcript.getByText(unconfirmed).count()).toBe(2));

  await victor.writes('Wait, one more question!');
  await victor.panel.getByText(/^Sent/).waitFor();

  await ana.page.context().setOffline(false);
  await ana.hasSentAll();
  await ana.sees('1 not done');
  await ana.page.getByRole('link', { name: '1 not done' }).click();
  await ana.page.waitForURL((url) => url.pathname === new URL(closing).pathname);
  await ana.sees('Nothing was closed. The customer has written something you have not seen yet.');
  await ana.reads(['Can I close this?', 'Wait, one more question!']);
  expect(await ana.header.textContent()).toMatch(/Open.*Assigned to you/s);

  const ben = await anAgent(browser, server, 'ben');
  for (const agent of [ana, ben]) {
    await agent.page.goto(writing);
    await agent.reads(mine);
    await agent.page.goto(closing);
    await agent.reads(['Can I close this?', 'Wait, one more question!']);
    expect(await agent.transcript.getByText(/closed this conversation|ended the chat/).count()).toBe(0);
  }
  await vera.reads(mine.slice(0, 2));
  expect(await vera.panel.getByText('in May').count()).toBe(0);
  await victor.reads(['Can I close this?', 'Wait, one more question!']);
  expect(await victor.panel.getByText(/closed|ended/).count()).toBe(0);
});

/** Runs in the page: whether the dashboard can start without a network from now on. */
async function workerStands(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration('/dashboard/');
  return registration?.active?.state === 'activated' && (await caches.match('/dashboard/chat/inbox')) !== undefined;
}

/** Chromium writes these some seconds after it was told to; what is killed before that is gone. */
function isOnDisk(folder: string, words: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((file) =>
    file.isFile() ? readFileSync(join(folder, file.name)).includes(words) : false,
  );
}

/** The whole browser at once, as when the power fails. */
async function killed(context: BrowserContext, folder: string): Promise<void> {
  const gone = new Promise((done) => context.once('close', done));
  const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1));
  expect(pid).toBeGreaterThan(1);
  process.kill(pid, 'SIGKILL');
  await gone;
}

it('a browser that was killed offline starts again without the server, with the note and the draft, and sends the note once', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wrapup-chromium-'));
  let context = await launchAt(folder);
  try {
    const vera = await aVisitor(browser, server);
    let ana = new Agent(await signIn(await context.newPage(), server, 'ana'));
    const address = await takesOn(ana, vera, 'Will you remember me?');
    await eventually(async () => expect(await ana.page.evaluate(workerStands)).toBe(true));
    await eventually(async () => {
      expect(isOnDisk(join(folder, 'Default/Local Storage/leveldb'), 'wrapup:person')).toBe(true);
      expect(isOnDisk(join(folder, 'Default'), 'wrapup_session')).toBe(true);
    }, 90_000);

    await context.setOffline(true);
    await ana.sees(/Offline since/);
    await ana.notes('She asked to be remembered.');
    await ana.types('Reply', 'Of course we wi');
    await eventually(async () => {
      expect(JSON.stringify(await keptIn(ana.page, 'outbox'))).toContain('She asked to be remembered.');
      expect(JSON.stringify(await keptIn(ana.page, 'drafts'))).toContain('Of course we wi');
    });
    await killed(context, folder);
    await server.stop('SIGTERM');

    context = await launchAt(folder);
    ana = new Agent(await context.newPage());
    await ana.page.goto(`${server.dashboard}/dashboard/chat/inbox`);
    await ana.row('Will you remember me?').waitFor();
    await ana.sees(/Offline since|as of/);
    await ana.sees('1 not sent yet');
    await ana.opens('Will you remember me?');
    expect(ana.page.url()).toBe(address);
    await ana.reads(['Will you remember me?', 'She asked to be remembered.']);
    await ana.sees(/^As of \d/);
    await ana.transcript.getByText(unconfirmed).waitFor();
    expect(await ana.composer.inputValue()).toBe('Of course we wi');

    await server.run();
    await ana.hasSentAll(40_000);
    await ana.sees('Live');
    expect(await ana.composer.inputValue()).toBe('Of course we wi');
    const ben = await anAgent(browser, server, 'ben');
    await ben.page.goto(address);
    for (const agent of [ana, ben]) await agent.reads(['Will you remember me?', 'She asked to be remembered.']);
    await ana.page.reload();
    await ana.reads(['Will you remember me?', 'She asked to be remembered.']);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
});
