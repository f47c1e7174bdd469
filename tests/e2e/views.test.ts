// The inbox as a place to work in: views with right numbers, filters, all that match, and histories of any length.
import { describe, expect, it } from 'vitest';
import { anAgent, aVisitor, takesOn } from '../support/chats';
import { asks, newId } from '../support/commands';
import { type Agent, eventually } from '../support/people';
import { browser, server } from '../support/running';

const task = { type: 'start', site: 'demo', channel: 'task', customer: '', linked_to: null };
const query = ({ page }: Agent) => Object.fromEntries(new URL(page.url()).searchParams);
const views = ({ page }: Agent) => page.getByRole('navigation', { name: 'Views' });

/** "Open 22 Unassigned 10 …" as numbers. */
async function counts(agent: Agent): Promise<Record<string, number>> {
  const tabs = await views(agent).getByRole('link').allTextContents();
  return Object.fromEntries(tabs.map((text) => [text.replace(/\d+/, ''), Number(/\d+/.exec(text)?.[0] ?? 0)]));
}

function changes(agent: Agent, before: Record<string, number>, by: Record<string, number>): Promise<void> {
  const expected = Object.fromEntries(Object.entries(before).map(([view, count]) => [view, count + (by[view] ?? 0)]));
  return eventually(async () => expect(await counts(agent)).toEqual(expected));
}

async function filtersBy(agent: Agent, name: string, value: string): Promise<void> {
  if ((await agent.page.getByRole('dialog', { name: 'Filter' }).count()) === 0) await agent.presses('Filter');
  await agent.page.getByRole('combobox', { name, exact: true }).selectOption({ label: value });
}

describe('the inbox', { timeout: 120_000 }, () => {
  it('counts what is in each view, whoever changes it, also offline and after a reload', async () => {
    const [ana, vera] = await Promise.all([anAgent(browser, server, 'ana'), aVisitor(browser, server)]);
    await eventually(async () => expect((await counts(ana)).Open).toBeGreaterThan(0));
    const before = await counts(ana);
    const url = await takesOn(ana, vera, 'Counted?');
    await changes(ana, before, { Open: 1, Mine: 1 });
    expect(await ana.page.title()).toContain(`(${before.Unassigned})`);
    await ana.replies('Counted.');
    await ana.picks('More for this conversation', 'End Chat');
    await changes(ana, before, { Open: 1, Mine: 1, Waiting: 1 });
    const conversation = new URL(url).pathname.split('/').at(-1) ?? '';
    await ana.hasSentAll();
    await asks(ana.page, [{ conversation, steps: [{ type: 'snooze', until: null }] }]);
    await changes(ana, before, { Snoozed: 1 });
    await ana.filters('Snoozed');
    await ana.row('Counted.').waitFor();

    await ana.page.context().setOffline(true);
    await ana.opens('Counted.');
    await ana.presses('End Chat and Close');
    await changes(ana, before, {});
    await ana.page.reload();
    await changes(ana, before, {});
    await ana.page.context().setOffline(false);
    await ana.hasSentAll();
    await vera.sees(/closed/);
    await changes(ana, before, {});
    await ana.page.context().close();
  });

  it('is narrowed by filters that stand in the address, and are taken off one by one', async () => {
    const ana = await anAgent(browser, server, 'ana');
    await filtersBy(ana, 'Channel', 'Email');
    await filtersBy(ana, 'Owner', 'Nobody');
    await ana.page.keyboard.press('Escape');
    expect(query(ana)).toEqual({ channel: 'email', owner: 'nobody' });
    const rows = ana.page.getByRole('list').filter({ has: ana.page.getByText('Email', { exact: true }) });
    await rows.first().waitFor();
    const shown = async () => ana.page.locator('.rows .row-meta').allTextContents();
    await eventually(async () => {
      const all = await shown();
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((text) => !text.includes('Email') || !text.includes('Unassigned'))).toEqual([]);
    });
    const narrow = (await shown()).length;

    await ana.page.reload();
    await eventually(async () => expect((await shown()).length).toBe(narrow));
    await ana.presses('Remove the filter Owner: Nobody');
    expect(query(ana)).toEqual({ channel: 'email' });
    await eventually(async () => expect((await shown()).length).toBeGreaterThan(narrow));
    await ana.page.goBack();
    expect(query(ana)).toEqual({ channel: 'email', owner: 'nobody' });
    await eventually(async () => expect((await shown()).length).toBe(narrow));
    // What a view says itself is not asked for twice.
    await ana.filters('Unassigned');
    expect(query(ana)).toEqual({ view: 'unassigned', channel: 'email' });

    // Somebody else's event comes in, and goes, as the filter says.
    const conversation = newId();
    await filtersBy(ana, 'Channel', 'Task');
    await ana.page.keyboard.press('Escape');
    await asks(ana.page, [{ conversation, steps: [task] }]);
    const row = ana.page.locator(`[data-conversation="${conversation}"]`);
    await row.waitFor();
    await asks(ana.page, [{ conversation, steps: [{ type: 'claim' }] }]);
    await row.waitFor({ state: 'detached' });

    await ana.page.keyboard.press('/');
    await ana.page.keyboard.type('order');
    await filtersBy(ana, 'Channel', 'Email');
    await ana.sees(/^\d+ found$/);
    await eventually(async () => expect((await shown()).filter((text) => !text.includes('Email'))).toEqual([]));
    await ana.page.context().setOffline(true);
    await ana.page.goto(`${server.dashboard}/dashboard/chat/inbox?channel=email`);
    await ana.sees(/among what this browser has\. The rest has to wait/);
    await ana.page.context().close();
  });

  it('selects all that match, and closes and brings them back at once', async () => {
    const ana = await anAgent(browser, server, 'ana');
    const tasks = Array.from({ length: 120 }, newId);
    await asks(
      ana.page,
      [task, { type: 'claim' }].flatMap((step) => tasks.map((conversation) => ({ conversation, steps: [step] }))),
    );
    await ana.filters('Mine');
    await filtersBy(ana, 'Channel', 'Task');
    await ana.page.keyboard.press('Escape');
    await ana.page.reload();
    await ana.page.locator('.rows .row').first().focus();
    await ana.page.keyboard.press('x');
    await ana.page.getByRole('button', { name: /^Select all \d+$/ }).click();
    await ana.page.context().setOffline(true);
    const all = ana.page.getByRole('button', { name: /^Select all [\d,]+ that match$/ });
    await eventually(async () => expect(await all.getAttribute('aria-disabled')).toBe('true'));
    await all.hover();
    await ana.sees('Only the server can decide this: it has to wait for the connection.');
    await ana.page.context().setOffline(false);
    await eventually(async () => expect(await all.getAttribute('aria-disabled')).toBe(null));
    await all.click();
    await ana.sees(/^12\d selected$/);
    await ana.presses('Close');
    const anyway = ana.page.getByRole('dialog').getByRole('button', { name: /^Close 12\d/ });
    const toast = ana.page.getByText(/^12\d conversations closed\.$/);
    await eventually(async () => {
      if (await anyway.isVisible()) await anyway.click();
      expect(await toast.isVisible()).toBe(true);
    });
    await ana.hasSentAll();
    await ana.presses('Undo');
    await ana.hasSentAll();
    const states = await ana.page.evaluate(async () => {
      const answer = await fetch('/api/v1/inbox?view=mine&channel=task');
      const { rows, next } = await answer.json();
      return { here: rows.length, more: next !== null };
    });
    expect(states).toEqual({ here: 50, more: true });
    await ana.page.context().close();
  });

  it('draws a long history from its end, and the rest as one goes up, without a jump', async () => {
    const ana = await anAgent(browser, server, 'ana');
    const conversation = newId();
    const notes = Array.from({ length: 450 }, (_, at) => ({ type: 'add_note', text: `Note ${at + 1}.` }));
    await asks(
      ana.page,
      [task, ...notes].map((step) => ({ conversation, steps: [step] })),
    );
    const ben = await anAgent(browser, server, 'ben');
    await ben.page.goto(`${server.dashboard}/dashboard/chat/inbox/${conversation}`);
    await ben.sees('Note 450.');
    const entries = ben.transcript.getByRole('listitem');
    expect(await entries.count()).toBeLessThan(250);
    const oldest = ben.transcript.getByText('Note 255.');
    const place = () => oldest.evaluate((note) => note.getBoundingClientRect().top);
    const toTop = () =>
      oldest.evaluate((note) => {
        const scroller = note.closest('section');
        scroller?.scrollTo({ top: -scroller.scrollHeight });
        return note.getBoundingClientRect().top;
      });
    const before = await toTop();
    await eventually(async () => expect(await entries.count()).toBeGreaterThan(300));
    await ben.page.waitForTimeout(300);
    expect(Math.abs((await place()) - before)).toBeLessThan(2);
    await eventually(async () => {
      await toTop();
      expect(await ben.transcript.getByText('started this conversation').isVisible()).toBe(true);
    });
    await ben.page.context().close();
    await ana.page.context().close();
  });
});
