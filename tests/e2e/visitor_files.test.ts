// Files that visitors send: with their very first message, over a network that loses them, pasted and dropped.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import type { Visitor } from '../support/people';
import { png } from '../support/pictures';
import { browser, server } from '../support/running';

const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png(300, 200) });
const chooses = (visitor: Visitor, ...files: ReturnType<typeof picture>[]) =>
  visitor.panel.locator('input[type=file]').setInputFiles(files);

/** As from the clipboard, or from a folder. */
const hands = (visitor: Visitor, how: 'paste' | 'drop', name: string) =>
  visitor.panel.evaluate(
    ([kind, called, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], called, { type: 'image/png' }));
      const target = document.querySelector(kind === 'paste' ? 'textarea' : '.panel');
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      target?.dispatchEvent(event);
    },
    [how, name, [...png(30, 20)]] as const,
  );

describe('a visitor', { timeout: 120_000 }, () => {
  it('sends a picture with the first message, which does not wait for it, though the network loses it twice', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    let lost = 0;
    await vera.page.context().route(/\/attachments\?/, async (route) => {
      lost += 1;
      if (lost > 2) await route.continue();
      else await route.abort('connectionreset');
    });
    await chooses(vera, picture('map.png'));
    await vera.sees('map.png');
    await vera.writes('Is it here?');
    await ana.opens('Is it here?');
    await ana.button('Show map.png larger').waitFor();
    await vera.panel.getByRole('button', { name: 'Show map.png larger' }).locator('img').waitFor();
    expect(lost).toBe(3);
    expect(await vera.panel.getByText('Sent. The file follows').count()).toBe(0);
  });

  it('begins with a picture alone', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await chooses(vera, picture('alone.png'));
    await vera.presses('Send');
    await ana.opens('alone.png');
    await ana.button('Show alone.png larger').waitFor();
  });

  it('pastes and drops files into one message, and is told what cannot be sent', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'I have pictures');
    await hands(vera, 'paste', 'pasted.png');
    await hands(vera, 'drop', 'dropped.png');
    await chooses(vera, { ...picture('page.png'), buffer: Buffer.from('<script>alert(1)</script>') });
    await vera.sees('cannot be sent: only PNG, JPEG, GIF, WebP and PDF can.');
    await vera.presses('Remove page.png');
    for (const name of ['pasted.png', 'dropped.png'])
      await vera.panel.getByRole('button', { name: `Remove ${name}` }).waitFor();
    await vera.writes('Both of them');
    await ana.reads(['I have pictures', 'Both of them']);
    for (const name of ['pasted.png', 'dropped.png']) await ana.button(`Show ${name} larger`).waitFor();
  });
});
