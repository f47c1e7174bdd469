// Seeing that the other is writing.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { browser, server } from '../support/running';

describe('whoever writes', { timeout: 60_000 }, () => {
  it('is seen writing by the other until it is there, and never while it is a note', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'Are you there?');
    await vera.sees('Ana Torres joined');
    await ana.types('Internal note', 'She sounds impatient');
    await ana.page.waitForTimeout(1_000);
    expect(await vera.panel.getByText('is writing').count()).toBe(0);

    await ana.types('Reply', 'Of cour');
    await vera.sees('Ana Torres is writing…');
    await ana.replies('Of course!');
    await vera.sees('Of course!');
    await vera.panel.getByText('is writing').waitFor({ state: 'detached' });

    await vera.composer.fill('Splend');
    await ana.sees(/^Visitor .* is writing…/);
    await ana.page.getByText('is writing').waitFor({ state: 'detached', timeout: 8_000 });
  });
});
