// Being told of a customer's message, when one is elsewhere.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { type Agent, eventually } from '../support/people';
import { browser, server } from '../support/running';

/** No desktop is here to show them: they are written down instead. */
async function listens(agent: Agent): Promise<() => Promise<string[]>> {
  const { page } = agent;
  await page.context().grantPermissions(['notifications'], { origin: server.dashboard });
  await page.addInitScript(() => {
    const shown: string[] = [];
    class Recorded {
      static permission = 'granted';
      constructor(title: string, { body }: NotificationOptions) {
        shown.push(`${title}: ${body}`);
      }
      close() {}
    }
    Object.assign(window, { Notification: Recorded, shown });
  });
  await page.reload();
  return () => page.evaluate(() => (window as unknown as { shown: string[] }).shown);
}

describe('the bell', { timeout: 60_000 }, () => {
  it('tells of what nobody has read, is silent for what is on the screen, and is off until it is asked for', async () => {
    const [ana, vera, walt] = await Promise.all([
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server),
      aVisitor(browser, server),
    ]);
    const shown = await listens(ana);
    await walt.writes('Before the bell');
    await ana.row('Before the bell').waitFor();
    await ana.presses('Notify me when a customer writes');
    await takesOn(ana, vera, 'Look at me');
    await vera.writes('Still looking?');
    await ana.reads(['Still looking?']);
    await walt.writes('And nobody looks here');
    await eventually(async () => expect(await shown()).toEqual([expect.stringContaining('And nobody looks here')]));
    await ana.presses('Stop notifying me');
    await walt.writes('Not this one');
    await ana.row('Not this one').waitFor();
    await ana.page.waitForTimeout(2_500);
    expect(await shown()).toHaveLength(1);
  });
});
