// The server is killed in the middle of a chat and started again. Nothing that was acknowledged is missing, nothing is
// doubled, and both windows go on by themselves.
import { expect, it } from 'vitest';
import { anAgent, aVisitor } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

it('three SIGKILLs while both write', { timeout: 120_000 }, async () => {
  const ana = await anAgent(browser, server, 'ana');
  const vera = await aVisitor(browser, server);
  await vera.writes('message 0');
  await ana.opens('message 0');
  await ana.presses('Claim');
  await ana.composer.waitFor();

  const said = ['message 0'];
  for (let round = 1; round <= 3; round += 1) {
    const killed = new Promise<void>((done) => setTimeout(() => done(server.stop('SIGKILL')), 150));
    for (let i = 0; i < 8; i += 1) {
      const [question, answer] = [`question ${round}.${i}`, `answer ${round}.${i}`];
      await vera.writes(question);
      await ana.composer.fill(answer);
      await ana.composer.press('Control+Enter');
      said.push(question, answer);
    }
    await killed;
    await ana.sees(/Offline since/);
    await server.run();
  }

  const everything = async (text: string) => {
    for (const one of said) expect(text.split(one).length - 1, one).toBe(1);
  };
  const transcript = ana.page.getByRole('region', { name: 'Transcript' });
  await eventually(async () => everything((await transcript.textContent()) ?? ''), 40_000);
  await eventually(async () => everything((await vera.panel.getByRole('log').textContent()) ?? ''), 40_000);
  await eventually(async () => expect(await ana.page.getByText('Sending…').count()).toBe(0));

  // What the server holds, asked anew.
  await ana.page.reload();
  await eventually(async () => everything((await transcript.textContent()) ?? ''), 20_000);
});
