// What somebody writes is text, whatever it looks like: nothing of it runs, and what is shown is what was sent.
import naughty from 'big-list-of-naughty-strings/blns.json';
import type { Locator, Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takesOn } from '../support/chats';
import { asks } from '../support/commands';
import { hostileTexts, Trap } from '../support/hostile';
import { Agent, eventually, Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, openWidget, signIn } from '../support/world';

const own = Object.values(hostileTexts).flat();
/** Of the strings that are known for their trouble, a message has so many: then there are no more than one scrolls to. */
const strings_of_a_message = 8;
const notorious = Array.from({ length: Math.ceil(naughty.length / strings_of_a_message) }, (_, nth) =>
  naughty.slice(nth * strings_of_a_message, (nth + 1) * strings_of_a_message).join('\n'),
);
const all = [...own, ...notorious];
const agentName = '<img src=x onerror=executed()>';
const name_bytes_max = 200;
/** Of a search. */
const hits_max = 50;

/** What the elements hold as text, in order; and that there is nothing in them but text and links to the web. */
async function shown(said: Locator): Promise<string[]> {
  const found = await said.evaluateAll((elements) =>
    elements.map((element) => ({
      text: element.textContent ?? '',
      strange: [...element.querySelectorAll('*')]
        .filter((inner) => !(inner instanceof HTMLAnchorElement && /^https?:$/.test(inner.protocol)))
        .filter((inner) => !['bdi', 'mark', 'wbr'].includes(inner.localName))
        .map((inner) => inner.outerHTML.slice(0, 200)),
      unsafe: [...element.querySelectorAll('a')]
        .filter(({ rel, target }) => !rel.includes('noopener') || target !== '_blank')
        .map((link) => link.outerHTML.slice(0, 200)),
    })),
  );
  expect(found.flatMap(({ strange, unsafe }) => [...strange, ...unsafe])).toEqual([]);
  return found.map(({ text }) => text);
}

/** These, and nothing else. Long texts are not printed in full where they differ. */
async function shows(said: Locator, texts: readonly string[]): Promise<void> {
  await eventually(async () => expect(await said.count()).toBe(texts.length));
  const found = await shown(said);
  for (const [at, text] of texts.entries())
    if (found[at] !== text) expect(found[at]?.slice(0, 500), `number ${at}`).toBe(text.slice(0, 500));
  expect(found.every((text, at) => text === texts[at])).toBe(true);
}

const watched = (page: Page) => Trap.in(page.context(), [server.dashboard, new URL(server.shop).origin]);

/** Ana, signed in, with notifications that are written down: no desktop is here to show them. */
async function anAgentWhoListens(): Promise<{ ana: Agent; trap: Trap }> {
  const page = await signIn(await aWindow(browser), server, 'ana');
  const trap = await watched(page);
  await page.context().grantPermissions(['notifications'], { origin: server.dashboard });
  await page.addInitScript(() => {
    const told: [string, string][] = [];
    class Recorded {
      static permission = 'granted';
      constructor(title: string, { body = '' }: NotificationOptions) {
        told.push([title, body]);
      }
      close() {}
    }
    Object.assign(window, { Notification: Recorded, told });
  });
  await page.reload();
  return { ana: new Agent(page), trap };
}

/** `header` is what the server knows them by, once they have written. */
async function aVisitorWhoIsWatched() {
  const page = await aWindow(browser);
  const trap = await watched(page);
  let authorization = '';
  page.on('request', (request: Request) => {
    authorization = request.headers().authorization ?? authorization;
  });
  await page.goto(server.shop);
  const header = () => ({ Authorization: authorization });
  return { vera: new Visitor(page, await openWidget(page)), trap, header };
}

const messages = (texts: readonly string[], conversation: string, type: 'receive' | 'reply') =>
  texts.map((text) => ({ conversation, steps: [{ type, text }] }));

/** Another system delivers what somebody of this name, who is on a page of this name, has said. */
async function delivered(token: string, name: string, text: string): Promise<string> {
  const answer = await fetch(`${server.dashboard}/api/v1/conversations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ site: 'demo', channel: 'sms', customer: { name, page: name, locale: 'en' }, text }),
  });
  expect(answer.status, name).toBe(201);
  return ((await answer.json()) as { conversation: string }).conversation;
}

interface Row {
  conversation: string;
  name: string;
  said: string;
}

/** The first so many in the list. */
async function rows({ page }: Agent, count: number): Promise<Row[]> {
  const one = `.rows > :nth-child(-n + ${count}) .row`;
  const all = page.locator(one);
  await eventually(async () => {
    await page.locator('.rows-end').scrollIntoViewIfNeeded();
    expect(await all.count()).toBe(count);
  });
  const [names, said] = [await shown(page.locator(`${one}-name`)), await shown(page.locator(`${one}-preview`))];
  const ids = await all.evaluateAll((elements) => elements.map((row) => row.getAttribute('data-conversation') ?? ''));
  return ids.map((conversation, at) => ({ conversation, name: names[at] ?? '', said: said[at] ?? '' }));
}

const told = ({ page }: Agent) => page.evaluate(() => (window as unknown as { told: [string, string][] }).told);

function renamed({ page }: Agent, name: string): Promise<number> {
  return page.evaluate(async (name) => {
    const headers = { 'Content-Type': 'application/json', 'X-Wrapup': '1' };
    return (await fetch('/api/v1/me/name', { method: 'POST', headers, body: JSON.stringify({ name }) })).status;
  }, name);
}

describe('hostile texts', { timeout: 180_000 }, () => {
  it('of a visitor are shown as they were sent on both sides, and so are those of an agent; none of them runs', async () => {
    const [{ ana, trap: atDesk }, { vera, trap: atShop, header }] = await Promise.all([
      anAgentWhoListens(),
      aVisitorWhoIsWatched(),
    ]);
    expect(await renamed(ana, agentName)).toBe(204);
    const address = await takesOn(ana, vera, 'Is this a chat?');
    const conversation = new URL(address).pathname.split('/').at(-1) ?? '';
    const title = await vera.page.title();

    for (const text of own) await vera.writes(text);
    await eventually(async () => expect(await vera.panel.getByText('Sending…').count()).toBe(0));
    await asks(vera.panel, messages(notorious, conversation, 'receive'), header());
    const saidByVisitor = ['Is this a chat?', ...all];
    const atVisitor = vera.transcript.locator('li .message-text [dir=auto]');
    const atAgent = ana.transcript.locator('.bubble [dir=auto]');
    await shows(atVisitor, saidByVisitor);
    await shows(atAgent, saidByVisitor);

    await asks(ana.page, messages(all, conversation, 'reply'));
    await shows(atVisitor, [...saidByVisitor, ...all]);
    await shows(atAgent, [...saidByVisitor, ...all]);

    // The same again, from what the server and the browser have kept; as much of it as is loaded at once.
    await ana.page.reload();
    await eventually(async () => expect(await atAgent.count()).toBeGreaterThan(all.length));
    await shows(atAgent, [...saidByVisitor, ...all].slice(-(await atAgent.count())));
    expect(await vera.panel.getByRole('heading', { level: 1 }).textContent()).toBe(agentName);
    expect(await vera.page.title()).toBe(title);
    expect(vera.page.frames()).toHaveLength(2);
    expect([...atDesk.caught, ...atShop.caught]).toEqual([]);
    await Promise.all([ana.page.context().close(), vera.page.context().close()]);
  });

  it('are text in lists, in what is found, about whom it is, in the browser’s tab and in notifications, too', async () => {
    const { ana, trap } = await anAgentWhoListens();
    await ana.presses('Notify me when a customer writes');
    const token = server.token('elsewhere');
    const people = new Map<string, string>();
    for (const name of own.filter((text) => Buffer.byteLength(text) <= name_bytes_max))
      people.set(await delivered(token, name, `needle ${name}`), name);
    const expected = [...people].map(([conversation, name]) => ({ conversation, name, said: `needle ${name}` }));

    await eventually(async () =>
      expect(await told(ana)).toEqual(expect.arrayContaining(expected.map(({ name, said }) => [name, said]))),
    );
    const listed = await rows(ana, people.size);
    expect(expected.map(({ conversation: id }) => listed.find((row) => row.conversation === id))).toEqual(expected);

    await ana.page.getByRole('searchbox').fill('needle');
    const hits = Math.min(people.size, hits_max);
    await ana.sees(`${hits} found`);
    for (const { name, conversation, said } of await rows(ana, hits)) {
      expect(name).toBe(people.get(conversation));
      for (const part of said.split('…')) expect(`needle ${name}`).toContain(part);
    }
    await ana.page.getByRole('searchbox').fill('');

    for (const { conversation, name } of await rows(ana, people.size)) {
      await ana.page.locator(`.row[data-conversation="${conversation}"]`).click();
      await eventually(async () => expect(await ana.page.locator('h1').textContent()).toBe(name));
      const customer = ana.page.getByRole('complementary', { name: 'Customer' });
      await customer.locator('dd').first().waitFor();
      expect(await shown(customer.locator('h2'))).toEqual([name]);
      const facts = await shown(customer.locator('dd'));
      // What begins like an address may be a link, and is then told by its host.
      if (!/^https?:/.test(name)) expect(facts).toContain(name);
      expect(await shown(ana.transcript.locator('.said-who bdi'))).toEqual([name]);
      await eventually(async () => expect(await ana.page.locator('title').textContent()).toContain(`${name} · Wrapup`));
    }
    expect(trap.caught).toEqual([]);
    await ana.page.context().close();
  });

  it('would be noticed if a page took them for markup: by what they run, and by what the policy stops', async () => {
    const notices = async (address: string, ...parts: string[]) => {
      const page = await aWindow(browser);
      const trap = await watched(page);
      await page.goto(address);
      trap.caught.splice(0);
      // Where the policy wants trusted types, this throws.
      await page
        .evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), own.join('\n'))
        .catch((fault) => expect(String(fault)).toContain('TrustedHTML'));
      await eventually(async () => {
        for (const part of parts) expect(trap.caught.join('\n')).toContain(part);
      });
      await page.context().close();
      return trap.caught.join('\n');
    };
    await notices(server.shop, 'executed() in', 'a request of https://elsewhere.invalid/');
    const atDesk = await notices(
      `${server.dashboard}/login`,
      'a breach of require-trusted-types-for',
      'on the console',
    );
    expect(atDesk).not.toContain('executed() in');
  });
});
