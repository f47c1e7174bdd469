// Who visitors are, in the words of the site's own server: told by the page, on one device and on another.
import { createHmac, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKeepingVisitor, anAgent, takesOn } from '../support/chats';
import { type Agent, eventually, type Visitor } from '../support/people';
import { browser, server } from '../support/running';
import { leftIn, nothing } from '../support/storage';

const leaving: (() => Promise<void>)[] = [];
let secret = '';
let ida: Agent;
beforeAll(async () => {
  ida = await anAgent(browser, server, 'ida');
  await settle('optional');
  ({ secret } = (await asAdmin('keys', {})) as { secret: string });
}, 60_000);
afterAll(async () => {
  for (const leave of leaving) await leave();
}, 60_000);

const asAdmin = (what: string, body: object): Promise<unknown> =>
  ida.page.evaluate(
    async ([path, text]) => {
      const headers = { 'Content-Type': 'application/json', 'X-Wrapup': '1' };
      return (await fetch(`/api/v1/sites/demo/${path}`, { method: 'POST', headers, body: text })).json();
    },
    [what, JSON.stringify(body)] as const,
  );
const settle = (mode: 'off' | 'optional' | 'required') => asAdmin('identity', { mode });

const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** As the server of a customer signs it. */
function signed(sub: string, more: object = {}): string {
  const claims = {
    sub,
    name: `${sub} of the shop`,
    exp: Math.floor(Date.now() / 1000) + 300,
    jti: randomUUID(),
    ...more,
  };
  const text = `${base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }))}.${base64url(JSON.stringify(claims))}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

async function aDevice(): Promise<Visitor> {
  const { visitor, leave } = await aKeepingVisitor(server);
  leaving.push(leave);
  return visitor;
}

/** Answers once it is known what they have asked before. */
async function identifies(device: Visitor, token: string): Promise<unknown> {
  const answer = await call(device.page, 'identify', { token });
  await call(device.page, 'state');
  return answer;
}

const call = (page: Page, ...given: unknown[]) =>
  page.evaluate(
    (all) =>
      (Wrapup as unknown as (...each: unknown[]) => Promise<unknown>)(...all).catch((error: unknown) => `${error}`),
    given,
  );

describe('a visitor whom the page identifies', { timeout: 120_000 }, () => {
  it('finds what they have asked on any device, and what they asked before they were known', async () => {
    const ana = await anAgent(browser, server, 'ana');
    const first = await aDevice();
    await takesOn(ana, first, 'Asked before anybody knew me');
    expect(await identifies(first, signed('vera'))).toBeUndefined();
    expect(await call(first.page, 'state')).toMatchObject({ identified: true, phase: 'assigned' });
    await first.reads(['Asked before anybody knew me']);

    const second = await aDevice();
    await identifies(second, signed('vera'));
    await second.reads(['Asked before anybody knew me']);
    await second.writes('And from my phone');
    await first.reads(['Asked before anybody knew me', 'And from my phone']);
    await ana.reads(['Asked before anybody knew me', 'And from my phone']);
  });

  it('is the same one when the same token is told again, and somebody else’s cannot be', async () => {
    const [one, other] = [await aDevice(), await aDevice()];
    const token = signed('once');
    expect(await identifies(one, token)).toBeUndefined();
    expect(await identifies(one, token)).toBeUndefined();
    expect(await identifies(other, token)).toBe('Error: Wrapup: identity_used');
    expect(await identifies(other, `${signed('once')}x`)).toBe('Error: Wrapup: identity_invalid');
    expect(await call(other.page, 'state')).toMatchObject({ identified: false });
    await eventually(async () => expect(await leftIn(other.panel)).toEqual(nothing));
  });

  it('gives way to another, of whom nothing is mixed with theirs, and leaves nothing when they log out', async () => {
    const device = await aDevice();
    await identifies(device, signed('mother'));
    await device.writes('A present for my daughter');
    await device.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    await identifies(device, signed('daughter'));
    await eventually(async () => expect(await device.panel.getByText('A present').count()).toBe(0));
    expect(await call(device.page, 'state')).toMatchObject({ phase: 'none', identified: true });
    await device.writes('What do I get?');
    await device.reads(['What do I get?']);

    await call(device.page, 'logout');
    expect(await call(device.page, 'state')).toMatchObject({ phase: 'none', identified: false });
    expect(await leftIn(device.page)).toEqual(nothing);
    expect(await leftIn(device.panel)).toEqual(nothing);
    await identifies(device, signed('mother'));
    await device.reads(['A present for my daughter']);
  });

  it('is who may write at all where a site wants to know its visitors', async () => {
    await settle('required');
    const device = await aDevice();
    expect(await identifies(device, signed('member'))).toBeUndefined();
    await device.writes('I am a member');
    await device.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    await settle('optional');
  });

  it('whose answer was lost on the way is one customer, not two', async () => {
    const device = await aDevice();
    const tokens: (string | undefined)[] = [];
    const names: string[] = [];
    await device.page.route('**/api/v1/visitors', async (route) => {
      tokens.push(route.request().headers().authorization);
      const answer = await route.fetch();
      names.push((await answer.json()).customer.name);
      if (tokens.length < 3) await route.abort('connectionreset');
      else await route.fulfill({ response: answer });
    });
    await device.writes('Am I here once?');
    await device.transcript.getByText(/^(Sent|Seen) · /).waitFor();
    expect(tokens.length).toBe(3);
    expect(new Set(tokens).size).toBe(1);
    expect(new Set(names).size).toBe(1);
  });
});
