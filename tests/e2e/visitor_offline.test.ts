// A visitor without a connection: what was written is kept, said to be kept, and arrives once.
import type { BrowserContext } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { aKeepingVisitor, anAgent, takesOn } from '../support/chats';
import { type Agent, eventually, Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { reopenWidget } from '../support/world';

const leaving: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const leave of leaving) await leave();
});

async function both(): Promise<[Agent, Visitor]> {
  const [agent, { visitor, leave }] = await Promise.all([anAgent(browser, server, 'ana'), aKeepingVisitor(server)]);
  leaving.push(leave);
  return [agent, visitor];
}

/** The first messages of somebody whom the server does not know yet. */
async function areSentLater(agent: Agent, visitor: Visitor, words: readonly string[], draft: string): Promise<void> {
  const last = words.at(-1) ?? '';
  await visitor.page.context().setOffline(true);
  for (const each of words) await visitor.writes(each);
  await visitor.sees(last);
  await visitor.sees('Sending…');
  await visitor.composer.fill(draft);
  await visitor.page.context().setOffline(false);
  await agent.opens(last);
  expect(await agent.row(last).count()).toBe(1);
  await agent.reads(words);
  await visitor.sees(/^(Sent|Seen) · /);
  await visitor.reads(words);
  expect(await visitor.composer.inputValue()).toBe(draft);
}

const noConnection = 'No connection. Your message is kept.';

describe('a visitor', { timeout: 120_000 }, () => {
  it('writes two messages offline, loads the page again, and each arrives once', async () => {
    const [ana, vera] = await both();
    await takesOn(ana, vera, 'I am on a train');
    await vera.sees('Ana Torres joined');
    await vera.page.context().setOffline(true);
    await vera.writes('First from the tunnel');
    await vera.writes('Second from the tunnel');
    await vera.sees('Sending…');
    await vera.sees(noConnection);
    await vera.reads(['I am on a train', 'First from the tunnel', 'Second from the tunnel']);

    await vera.page.context().setOffline(false);
    await vera.page.reload();
    const again = new Visitor(vera.page, await reopenWidget(vera.page));
    const all = ['I am on a train', 'First from the tunnel', 'Second from the tunnel'];
    await again.reads(all);
    await ana.reads(all);
    await again.sees(/^(Sent|Seen) · /);
    expect(await again.panel.getByText('Sending…').count()).toBe(0);
    await ana.page.reload();
    await ana.reads(all);
  });

  it('whose message came too late for a chat that was closed can begin a new one with it', async () => {
    const [ana, vera] = await both();
    await takesOn(ana, vera, 'Do you ship to Norway?');
    await ana.replies('We do.');
    await vera.sees('We do.');
    await vera.page.context().setOffline(true);
    await vera.writes('And to Svalbard?');
    await vera.sees(noConnection);
    await ana.presses('End Chat and Close');
    await ana.sees('This conversation has been closed.');
    await ana.hasSentAll();

    await vera.page.context().setOffline(false);
    await vera.sees('Not delivered');
    await vera.sees(/closed by Ana Torres/);
    await vera.reads(['Do you ship to Norway?', 'We do.', 'And to Svalbard?']);
    await vera.presses('Start a new conversation with it');
    expect(await vera.composer.inputValue()).toBe('And to Svalbard?');
    await vera.composer.press('Enter');
    await ana.opens('And to Svalbard?');
    await ana.reads(['And to Svalbard?']);
    expect(await ana.transcript.textContent()).not.toContain('Norway');
  });

  it('sends what was written while the conversation was still being fetched, once it is there', async () => {
    const [ana, vera] = await both();
    await takesOn(ana, vera, 'Do you mend watches?');
    let isSlow = true;
    await vera.page.context().route('**/*.wasm', async (route) => {
      await eventually(async () => expect(isSlow).toBe(false));
      await route.continue();
    });
    await vera.page.reload();
    const again = new Visitor(vera.page, await reopenWidget(vera.page));
    await again.sees('Loading the conversation…');
    await again.writes('Old ones, too?');
    await again.sees('Loading the conversation…');
    expect(await again.composer.inputValue()).toBe('Old ones, too?');
    isSlow = false;
    await again.reads(['Do you mend watches?', 'Old ones, too?']);
    expect(await again.composer.inputValue()).toBe('');
    await ana.reads(['Do you mend watches?', 'Old ones, too?']);
  });

  it('is told where the server does not take them, and what they wrote arrives once it does', async () => {
    const [ana, vera] = await both();
    const visitors = '**/api/v1/visitors';
    const refusal = { code: 'invalid_field', message: 'refused', details: {} };
    await vera.page.context().route(visitors, (route) => route.fulfill({ status: 400, json: refusal }));
    await vera.writes('May I come in?');
    await vera.sees('The chat takes no messages right now. Yours is kept, and sent as soon as it does.');
    await vera.page.context().unroute(visitors);
    await ana.opens('May I come in?');
    await vera.sees(/^(Sent|Seen) · /);
    expect(await vera.panel.getByText('The chat takes no messages').count()).toBe(0);
    await vera.reads(['May I come in?']);
  });

  it('whose very first messages were written offline is in the inbox once after the network is back, and goes on writing', async () => {
    const [ana, vera] = await both();
    await vera.panel.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')),
    );
    await areSentLater(ana, vera, ['Hello from nowhere', 'Is anybody there?'], 'I will');
  });

  it('who was offline before the rules had arrived can send all the same once the network is back', async () => {
    let lost = 0;
    const losesRules = (context: BrowserContext) =>
      context.route('**/*.wasm', async (route) => {
        lost += 1;
        await route.abort('internetdisconnected');
      });
    const ana = await anAgent(browser, server, 'ana');
    const { visitor: vera, leave } = await aKeepingVisitor(server, losesRules);
    leaving.push(leave);
    await eventually(async () => expect(lost).toBeGreaterThan(0));
    await vera.page.context().unroute('**/*.wasm');
    await areSentLater(ana, vera, ['Hello from half a page'], '');
  });
});
