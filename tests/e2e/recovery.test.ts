// Answers that are lost, a database from yesterday, a state that differs: the two sides find together again.
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';
import { alterStream } from '../support/strange';

/** The requests of a page that has a service worker are not all the test's to answer. */
const open = { serviceWorkers: 'block' } as const;

/** The server commits the first command with these words, and its answer never arrives. Answers with how often. */
async function losesTheAnswerTo(page: Page, words: string): Promise<() => number> {
  let lost = 0;
  await page.route('**/api/v1/commands', async (route: Route) => {
    const isFirst = lost === 0 && route.request().postData()?.includes(words);
    if (!isFirst) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => lost;
}

describe('a command', { timeout: 120_000 }, () => {
  it('whose answer is lost after the server committed it has one effect, shown once', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana', open), aVisitor(browser, server, open)]);
    const address = await takesOn(ana, vera, 'Will it arrive twice?');
    const lostByAna = await losesTheAnswerTo(ana.page, 'Never twice.');
    const lostByVera = await losesTheAnswerTo(vera.page, 'Mine neither?');
    await ana.replies('Never twice.');
    await vera.sees('Never twice.');
    await vera.writes('Mine neither?');
    await ana.sees('Mine neither?');
    await ana.hasSentAll();
    await eventually(async () => expect(await vera.panel.getByText('Sending…').count()).toBe(0));
    expect([lostByAna(), lostByVera()]).toEqual([1, 1]);

    const said = ['Will it arrive twice?', 'Never twice.', 'Mine neither?'];
    await ana.reads(said);
    await vera.reads(said);
    const ben = await anAgent(browser, server, 'ben');
    await ben.page.goto(address);
    await ben.reads(said);
    expect(await ana.page.getByText('not done').count()).toBe(0);
  });

  it('that waited while the server was restored from a backup arrives once, in the history that is now', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    const address = await takesOn(ana, vera, 'Before the backup');
    const copy = server.backup();
    await ana.notes('Noted after the backup');
    await ana.sees('Noted after the backup');
    await ana.hasSentAll();
    await server.stop('SIGTERM');
    await ana.sees(/Offline since/, 30_000);
    await ana.notes('Noted while it was down');
    await ana.sees('1 not sent yet');
    server.restore(copy);
    await server.run();

    await ana.hasSentAll(40_000);
    const now = ['Before the backup', 'Noted while it was down'];
    await ana.reads(now);
    await eventually(async () => expect(await ana.transcript.textContent()).not.toContain('Noted after the backup'));
    await ana.sees('Live');
    const ben = await anAgent(browser, server, 'ben');
    await ben.page.goto(address);
    await ben.reads(now);
    await vera.writes('And I am still here');
    for (const agent of [ana, ben]) await agent.reads([...now, 'And I am still here']);
  });
});

it('a browser whose state differs asks for that conversation anew, and the log of the server tells of it', {
  timeout: 120_000,
}, async () => {
  server.expected = /divergence/;
  const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana', open), aVisitor(browser, server)]);
  await takesOn(ana, vera, 'Are we of one mind?');
  await ana.page.addInitScript(alterStream, { from: '"digest":\\d+', to: '"digest":7', once: 'Now we differ' });
  await ana.page.reload();
  await ana.reads(['Are we of one mind?']);
  await ana.sees('Live');
  const told = server.log.filter((line) => line.includes('divergence')).length;
  const conversation = new URL(ana.page.url()).pathname.split('/').at(-1);

  const asked = ana.page.waitForRequest(
    (one) => new URL(one.url()).pathname === `/api/v1/conversations/${conversation}`,
  );
  const reported = ana.page.waitForRequest('**/api/v1/divergences');
  await vera.writes('Now we differ');
  await Promise.all([asked, reported]);
  await eventually(async () => {
    const lines = server.log.filter((line) => line.includes('divergence')).slice(told);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\S+Z warning: divergence in conversation /);
    expect(lines[0]).toContain(conversation);
    expect(lines[0]).not.toContain('Now we differ');
  });
  await ana.reads(['Are we of one mind?', 'Now we differ']);
  await vera.writes('And now we agree');
  await ana.reads(['Are we of one mind?', 'Now we differ', 'And now we agree']);
  expect(server.log.filter((line) => line.includes('divergence'))).toHaveLength(told + 1);
});
