// Messages to the frame and to the page around it that are not of our own: from whoever, and whatever they are.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow, Website } from '../support/hosts';
import { Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { aWindow, openWidget } from '../support/world';

const count = 10_000;
let website: Website;
beforeAll(async () => {
  website = await Website.start(server);
  await allow(browser, server, [website]);
}, 60_000);
afterAll(() => website?.stop());

/** Our frame is in none of the lists of frames that a page has, so this page overhears where it is put. */
function overhear(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    Object.assign(window, { widgetFrame: () => root.querySelector('iframe')?.contentWindow });
    return root;
  };
}

async function aPage(where = website): Promise<Page> {
  const page = await aWindow(browser);
  await page.addInitScript(overhear);
  await page.goto(where.page('plain'));
  return page;
}

/** Sends them from the window in which it runs, to its parent or its only frame. Answers when all are sent. */
async function pour({
  seed,
  count,
  to,
}: {
  seed: number;
  count: number;
  to: 'parent' | 'frame' | 'self';
}): Promise<void> {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(from: readonly T[]) => from[random(from.length)] as T;
  const words = [
    'wrapup',
    'port',
    'name',
    'page',
    'look',
    'settings',
    'call',
    'command',
    'args',
    'shown',
    'event',
    'data',
  ];
  words.push(
    'answer',
    'value',
    'error',
    'colour',
    'active',
    'unread',
    'show',
    'logout',
    '__proto__',
    'constructor',
    '',
  );
  const deep = () => {
    let made: unknown = 'bottom';
    for (let level = 0; level < 500; level += 1) made = [made];
    return made;
  };
  const leaves: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => Number.NaN,
    () => random(1e9) - 5e8,
    () => 10n ** 30n,
    () => pick(words),
    () => '\u202e\u0000\ud800',
    () => 'x'.repeat(random(2_000)),
    () => new Date(Number.NaN),
    () => /x*y/g,
    () => new Error('thrown'),
    () => new Uint8Array(random(100)),
    () => new Blob(['blob']),
    () => new Map([['wrapup', 'port']]),
    () => new Set([1, 2]),
    () => true,
  ];
  const object = (depth: number): unknown =>
    Object.fromEntries(Array.from({ length: random(6) }, () => [pick(words), value(depth - 1)]));
  const value = (depth: number): unknown => {
    if (depth <= 0 || random(3) === 0) return pick(leaves)();
    return random(2) === 0 ? Array.from({ length: random(4) }, () => value(depth - 1)) : object(depth);
  };
  // Nearly right, so that it gets as far as it can.
  const almost = (): unknown => ({
    wrapup: 'port',
    name: pick([() => 'Shop', () => value(1)])(),
    page: pick([() => 'https://shop.test/', () => value(1)])(),
    look: pick([() => undefined, () => value(2), () => ({ colour: value(1) })])(),
    referrer: value(0),
  });
  const found = window as unknown as { widgetFrame?(): Window };
  const target = { parent: window.parent, frame: found.widgetFrame?.(), self: window }[to] as Window;
  for (let at = 0; at < count; at += 1) {
    const what = at % 500 === 0 ? deep() : pick([() => value(4), almost])();
    // Those that are whole are refused for where they come from, so only what is not is sent by the page itself.
    const whole = typeof what === 'object' && what !== null && (what as { name?: unknown }).name === 'Shop';
    const ports = random(2) === 0 && !(to === 'frame' && whole) ? [new MessageChannel().port2] : [];
    target.postMessage(what, '*', ports);
    if (at % 1_000 === 0) await new Promise((next) => setTimeout(next));
  }
}

describe('the widget', { timeout: 120_000 }, () => {
  it.each([1, 2026])(`ignores ${count} malformed messages to its frame and to the page, of seed %i`, async (seed) => {
    const page = await aPage();
    const said: string[] = [];
    page.on('console', (line) => said.push(line.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const visitor = new Visitor(page, await openWidget(page));
    await visitor.composer.fill('What I write');
    await page.evaluate(pour, { seed, count, to: 'frame' as const });
    await page.evaluate(pour, { seed, count, to: 'self' as const });
    await visitor.panel.evaluate(pour, { seed, count, to: 'parent' as const });
    await visitor.panel.evaluate(pour, { seed, count, to: 'self' as const });
    expect(await page.evaluate(() => Wrapup.state())).toMatchObject({ phase: 'none', open: true, unread: 0 });
    expect(await visitor.composer.inputValue()).toBe('What I write');
    await visitor.composer.press('Enter');
    await visitor.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('takes a port from the window around it alone, of the origin that it was made for, and only one', async () => {
    const page = await aPage();
    const panel = await openWidget(page);
    await panel.getByRole('textbox').waitFor();
    // From a window of the right origin that is not the one around; and a whole one again from that.
    const answered = await page.evaluate(async () => {
      const frame = (window as unknown as { widgetFrame(): Window }).widgetFrame();
      const beside = document.createElement('iframe');
      beside.srcdoc = '<script></script>';
      document.body.append(beside);
      await new Promise((done) => beside.addEventListener('load', done));
      const from = (sender: Window & typeof globalThis) => {
        const { port1, port2 } = new sender.MessageChannel();
        const heard: unknown[] = [];
        port1.onmessage = ({ data }) => heard.push(data);
        const whole = { wrapup: 'port', name: 'Mallory', page: 'https://mallory.test/' };
        sender.Function('target', 'whole', 'port', "target.postMessage(whole, '*', [port])")(frame, whole, port2);
        port1.postMessage({ call: 1, command: 'state', args: [] });
        return heard;
      };
      const all = [from(beside.contentWindow as Window & typeof globalThis), from(window)];
      await new Promise((done) => setTimeout(done, 500));
      return all;
    });
    expect(answered).toEqual([[], []]);
    expect(await page.evaluate(() => window.frames.length)).toBe(1);
    expect(await panel.evaluate(() => document.title)).toBe('Nordlicht Coffee');
    expect(await page.evaluate(() => Wrapup.state())).toMatchObject({ open: true });
  });

  it('is not framed by a page whose origin the site does not list', async () => {
    const other = await Website.start(server, '127.0.0.2');
    const page = await aWindow(browser);
    await page.goto(other.page('plain'));
    const loaded = await page.evaluate(async (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      await new Promise((done) => frame.addEventListener('load', done));
      const { port1, port2 } = new MessageChannel();
      const heard: unknown[] = [];
      port1.onmessage = ({ data }) => heard.push(data);
      frame.contentWindow?.postMessage({ wrapup: 'port', name: 'x', page: 'y' }, '*', [port2]);
      port1.postMessage({ call: 1, command: 'state', args: [] });
      await new Promise((done) => setTimeout(done, 500));
      return heard;
    }, `${server.dashboard}/widget/frame?site=demo#${other.origin}`);
    expect(loaded).toEqual([]);
    other.stop();
  });
});
