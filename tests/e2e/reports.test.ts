// What supervisors read of the desk's work, and take away.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { eventually } from '../support/people';
import { browser, server } from '../support/running';

const numberOf = async (page: Page, name: string) => {
  const tile = page.locator('.tile').filter({ has: page.getByText(name, { exact: true }) });
  return Number(await tile.locator('.tile-value').textContent());
};

/** The figures of the parts that are listed below a heading, added up. */
async function sumOf(page: Page, title: string): Promise<number> {
  const cells = await page.getByRole('region', { name: title }).locator('.breakdown-started').allTextContents();
  return cells.reduce((sum, cell) => sum + Number(cell), 0);
}

describe('reports', { timeout: 90_000 }, () => {
  it('count what happens on the desk, by day, channel, agent and topic', async () => {
    const [mia, ana, vera] = await Promise.all([
      anAgent(browser, server, 'mia'),
      anAgent(browser, server, 'ana'),
      aVisitor(browser, server),
    ]);
    const { page } = mia;
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
    await page.locator('.tile').first().waitFor();
    const before = await numberOf(page, 'Conversations started');
    expect(before).toBeGreaterThan(20);
    expect(await sumOf(page, 'By channel')).toBe(before);
    expect(await sumOf(page, 'By agent')).toBe(before);

    await takesOn(ana, vera, 'Count me in');
    await ana.replies('With pleasure.');
    await ana.hasSentAll();
    await page.reload();
    await page.locator('.tile').first().waitFor();
    expect(await numberOf(page, 'Conversations started')).toBe(before + 1);
    expect(await page.getByRole('region', { name: 'By agent' }).getByRole('rowheader').allTextContents()).toEqual(
      expect.arrayContaining(['Ana Torres', 'Nobody yet']),
    );

    // Every day of the chart is told to those who move through it by keys, and stands in a table.
    const slider = page.getByRole('slider', { name: 'Conversations started' });
    await slider.focus();
    const today = await slider.getAttribute('aria-valuetext');
    expect(today).toMatch(/2\d\d\d: \d+$/);
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => expect(await slider.getAttribute('aria-valuetext')).not.toBe(today));
    await page.getByText('Show as a table').first().click();
    expect(await page.getByRole('region', { name: 'Conversations started' }).getByRole('row').count()).toBe(31);
  });

  it('are of the days that the address says, and can be taken away', async () => {
    const { page } = await anAgent(browser, server, 'mia');
    await page.goto(`${server.dashboard}/dashboard/reports?days=7`);
    await page.getByRole('link', { name: '7 days' }).and(page.locator('[aria-current]')).waitFor();
    await page.getByRole('button', { name: 'Other dates' }).click();
    await page.getByLabel('From').fill('2001-02-03');
    await page.getByLabel('To', { exact: true }).fill('2001-02-01');
    await page.getByRole('button', { name: 'Show' }).click({ force: true });
    await page.getByText('The last day is before the first.').waitFor();
    await page.getByLabel('To', { exact: true }).fill('2001-02-05');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/from=2001-02-03&to=2001-02-05/);
    await page.getByText('No conversation started in this period.').waitFor();

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('wrapup-report-2001-02-03-to-2001-02-05.csv');
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    expect(lines).toHaveLength(2 + 3 + 1);
    expect(lines[2]).toBe('day,2001-02-03,,0,0,,,0,,,0,0');
  });

  it('are not for agents, and wait for the connection', async () => {
    const [ana, mia] = await Promise.all([anAgent(browser, server, 'ana'), anAgent(browser, server, 'mia')]);
    expect(await ana.page.getByRole('link', { name: 'Reports' }).count()).toBe(0);
    await ana.page.goto(`${server.dashboard}/dashboard/reports`);
    await ana.page.waitForURL(/\/dashboard\/chat\/inbox/);

    await mia.page.goto(`${server.dashboard}/dashboard/reports`);
    await mia.page.locator('.tile').first().waitFor();
    await mia.page.context().setOffline(true);
    await mia.page.getByRole('link', { name: '90 days' }).click();
    await mia.sees('It has to wait for the connection.');
    await mia.page.context().setOffline(false);
    await mia.presses('Try again');
    await mia.page.getByText('It has to wait for the connection.').waitFor({ state: 'detached' });
  });
});
