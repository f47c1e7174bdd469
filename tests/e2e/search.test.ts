// Finding a conversation again by what was said in it.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

describe('search', { timeout: 60_000 }, () => {
  it('finds words with where they are, lives in the address, and goes on offline among what is here', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await vera.writes('The kettle whistles in B flat <b>always</b>');
    await ana.row('kettle whistles').waitFor();
    await ana.page.keyboard.press('/');
    await ana.page.keyboard.type('whistles kettle');
    await ana.sees('1 found');
    const row = ana.row('The kettle whistles in B flat');
    expect(await row.locator('mark').allTextContents()).toEqual(['kettle', 'whistles']);
    expect(await row.textContent()).toContain('<b>always</b>');
    expect(new URL(ana.page.url()).searchParams.get('q')).toBe('whistles kettle');

    await row.click();
    await ana.page.getByRole('heading', { level: 1, name: /Visitor/ }).waitFor();
    await ana.page.reload();
    await ana.sees('1 found');
    expect(await ana.page.getByRole('searchbox').inputValue()).toBe('whistles kettle');

    await ana.page.getByRole('searchbox').fill('unheard of');
    await ana.sees('Nothing found');
    await ana.page.context().setOffline(true);
    await ana.page.getByRole('searchbox').fill('kettle');
    await ana.sees('1 found, among what this browser has. The rest has to wait for the connection.');
    await ana.row('The kettle whistles').waitFor();
    await ana.page.context().setOffline(false);
    await ana.page.getByRole('searchbox').press('Escape');
    await ana.page.getByRole('navigation', { name: 'Views' }).waitFor();
    await eventually(async () => expect(new URL(ana.page.url()).search).toBe(''));
  });
});
