// A visitor is told to the server once, however often it takes.

import { Backoff } from '@web/sync/backoff';
import { Introduction, newToken } from '@web/widget/introduction';
import { afterEach, describe, expect, it, vi } from 'vitest';

const customer = { id: 'c', name: 'Visitor 7F2K', verified: false };
const around = async () => ({ page: 'https://shop.test/', referrer: '' });
/** Without a wait. */
const eager = () => Object.assign(new Backoff(), { later: (task: () => void) => task() });
const staying = () => new AbortController().signal;

/** Answers with these, one after another; null: the answer is lost. */
function answers(...all: ([number, unknown] | null)[]) {
  const asked: { token: string | null; body: Record<string, unknown> }[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers, body }: RequestInit) => {
    asked.push({ token: new Headers(headers).get('Authorization'), body: JSON.parse(String(body)) });
    const answer = all.shift();
    if (!answer) throw new TypeError('network');
    return new Response(JSON.stringify(answer[1]), { status: answer[0] });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('an introduction', () => {
  it('is made again under the same token until it is answered', async () => {
    const token = newToken();
    const asked = answers(null, [503, {}], [429, {}], [200, { token, customer }]);
    const arrived = await new Introduction('shop', around, eager()).make(token, staying());
    expect(arrived).toEqual({ token, customer });
    expect(asked.map((one) => one.token)).toEqual(Array(4).fill(`Bearer ${token}`));
  });

  it('answers with the code of what refuses it, and does not ask again', async () => {
    const asked = answers([403, { code: 'identity_expired' }]);
    const introduction = new Introduction('shop', around, new Backoff());
    expect(await introduction.make(newToken(), staying(), 'a.b.c')).toBe('identity_expired');
    expect(asked.length).toBe(1);
    expect(asked[0]?.body).toMatchObject({ site: 'shop', identity: 'a.b.c' });
  });

  it('says what was said of the visitor before, attribute by attribute, and nothing once it is forgotten', async () => {
    const asked = answers([200, { customer }], [200, { customer }]);
    const introduction = new Introduction('shop', around, new Backoff());
    introduction.add({ name: 'Vera', attributes: { plan: 'basic', shoe: '39' } });
    introduction.add({ attributes: { plan: 'gold' } });
    await introduction.make(newToken(), staying());
    introduction.forget();
    await introduction.make(newToken(), staying());
    expect(asked[0]?.body).toMatchObject({ name: 'Vera', attributes: { plan: 'gold', shoe: '39' } });
    expect(Object.keys(asked[1]?.body ?? {}).sort()).toEqual(['locale', 'page', 'referrer', 'site', 'time_zone']);
  });

  it('comes to nothing once the visitor has left', async () => {
    answers([200, { customer }]);
    const stay = new AbortController();
    const making = new Introduction('shop', around, new Backoff()).make(newToken(), stay.signal);
    stay.abort();
    await expect(making).rejects.toThrow('aborted');
  });

  it('cuts what the server would not take, between characters', async () => {
    const asked = answers([200, { customer }]);
    const far = async () => ({ page: `https://shop.test/${'ü'.repeat(2_000)}`, referrer: '' });
    await new Introduction('shop', far, new Backoff()).make(newToken(), staying());
    const page = String(asked[0]?.body.page);
    expect(new TextEncoder().encode(page).length).toBeLessThanOrEqual(2_048);
    expect(page).toMatch(/^https:\/\/shop\.test\/ü+$/);
  });

  it('is made under a token of 256 random bits', () => {
    const tokens = Array.from({ length: 1_000 }, newToken);
    expect(new Set(tokens).size).toBe(1_000);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });
});
