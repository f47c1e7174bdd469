// Files: from an agent's reply to the visitor's panel and back, and recordings.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, keptIn, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { pdf, png } from '../support/pictures';
import { browser, server } from '../support/running';

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

describe('a reply', { timeout: 90_000 }, () => {
  it('brings files along, which survive a reload before it, and are seen and saved by the visitor', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await takesOn(ana, vera, 'Where do I find you?');
    const input = ana.page.locator('input[type=file]');

    await input.setInputFiles([
      file('map.png', 'image/png', png(300, 200)),
      file('page.png', 'image/png', Buffer.from('<html><script>alert(1)</script></html>')),
    ]);
    await ana.sees('cannot be sent: only PNG, JPEG, GIF, WebP and PDF can.');
    await ana.presses('Remove page.png');
    await input.setInputFiles([file('directions.pdf', 'application/pdf', pdf)]);
    await ana.button('Remove directions.pdf').waitFor();
    await eventually(async () => expect(JSON.stringify(await keptIn(ana.page, 'drafts'))).toContain('directions.pdf'));
    await ana.page.reload();
    await ana.button('Remove map.png').waitFor();
    await ana.button('Remove directions.pdf').waitFor();

    // It needs no words.
    await ana.presses('Send');
    await ana.hasSentAll();
    expect(await ana.button('Remove map.png').count()).toBe(0);
    for (const page of [ana.page, vera.panel]) {
      const shown = page.getByRole('button', { name: 'Show map.png larger' }).locator('img');
      await shown.waitFor();
      const image = await shown.evaluate(async (img: HTMLImageElement) => {
        await img.decode();
        return { from: new URL(img.src).protocol, width: img.naturalWidth };
      });
      expect(image).toEqual({ from: 'blob:', width: 300 });
    }
    const saving = vera.page.waitForEvent('download');
    await vera.presses('Download directions.pdf');
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('directions.pdf');
    expect(await readFile(await saved.path())).toEqual(pdf);

    await ana.presses('Show map.png larger');
    const dialog = ana.page.getByRole('dialog', { name: 'map.png' });
    await dialog.getByRole('button', { name: 'Download map.png' }).waitFor();
    await ana.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('a voicemail', { timeout: 60_000 }, () => {
  it('tells how long it is, and is played in its place', async () => {
    const ana = await anAgent(browser, server, 'ana');
    await ana.page.getByRole('link', { name: /^Unassigned/ }).click();
    await ana.page.locator('.row').filter({ hasText: 'Voicemail' }).first().click();
    await ana.sees('0:12');
    await ana.page
      .getByRole('button', { name: /^Play / })
      .first()
      .click();
    await eventually(async () => {
      const audio = ana.page.locator('audio');
      expect(await audio.evaluate((element: HTMLAudioElement) => Math.round(element.duration))).toBe(12);
    });
  });
});
