// What can be taken back after closing, and what is done to many conversations at once.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

describe('a close', { timeout: 90_000 }, () => {
  it('is undone within ten seconds: open again for both, with the chat that was on', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'Where is my grinder?');
    await ana.replies('On its way.');
    await ana.presses('End Chat and Close');
    await vera.sees(/closed by Ana Torres/);
    await ana.sees('Conversation closed.');
    await ana.presses('Undo');
    await ana.sees('You undid the close');
    await ana.composer.waitFor();
    expect(await ana.header.textContent()).toMatch(/Open/);
    await vera.composer.waitFor();
    await vera.writes('Thank you!');
    await ana.sees('Thank you!');
  });

  it('cannot be undone any more once the time has passed', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'Just to say hello');
    await ana.replies('Hello!');
    await ana.presses('End Chat and Close');
    await ana.sees('Conversation closed.');
    await ana.button('Undo').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await ana.header.textContent()).toMatch(/Closed/);
  });
});

describe('several conversations', { timeout: 120_000 }, () => {
  it('are claimed and closed together, with a word on those that are not, and one undo', async () => {
    const [ana, ben] = await Promise.all([anAgent(browser, server, 'ana'), anAgent(browser, server, 'ben')]);
    const visitors = await Promise.all([1, 2, 3].map(() => aVisitor(browser, server)));
    const asked = ['Bulk one', 'Bulk two', 'Bulk three'];
    for (const [at, vera] of visitors.entries()) await vera.writes(asked[at] ?? '');
    for (const words of asked) await ana.row(words).waitFor();
    await ben.opens('Bulk three');
    await ben.presses('Claim');
    await ana.row('Bulk three').filter({ hasText: 'Ben Okafor' }).waitFor();

    const choose = async (words: string) => {
      await ana.row(words).focus();
      await ana.page.keyboard.press('x');
    };
    for (const words of asked) await choose(words);
    await ana.sees('3 selected');
    await ana.presses('Claim');
    await ana.sees('2 will be yours. 1 is owned by somebody else.');
    await ana.presses('Claim 2');
    for (const words of ['Bulk one', 'Bulk two']) {
      await ana.opens(words);
      await ana.replies(`${words} answered`);
      await ana.reads([`${words} answered`]);
    }
    await visitors[1]?.writes('Bulk two again');
    await ana.reads(['Bulk two again']);
    await ana.opens('Bulk one answered');
    await ana.hasSentAll();

    for (const words of ['Bulk one answered', 'Bulk two again', 'Bulk three']) await choose(words);
    await ana.presses('Close');
    await ana.sees('1 will close. 1 waits for a reply. 1 is not yours.');
    await ana.presses('Close 2 anyway');
    await ana.sees('2 conversations closed.');
    await eventually(async () => expect(await ana.row('Bulk two again').count()).toBe(0));
    await ana.presses('Undo');
    await ana.row('Bulk two again').waitFor();
    await ana.row('Bulk one answered').waitFor();
    await visitors[0]?.composer.waitFor();
    expect(await ana.row('Bulk three').filter({ hasText: 'Ben Okafor' }).count()).toBe(1);
  });
});
