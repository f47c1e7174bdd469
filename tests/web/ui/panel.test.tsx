// @vitest-environment happy-dom
/** @jsxImportSource preact */
import type { Signal } from '@preact/signals-core';
import type { Command, Policy, ReopenPolicy } from '@web/rules/types.gen';
import { Chat } from '@web/widget/chat';
import type { Desk } from '@web/widget/desk';
import { shown } from '@web/widget/host';
import { forget } from '@web/widget/kept';
import { Panel } from '@web/widget/panel';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rules } from '../rules';
import { fakeStore } from './fake_store';
import type { History } from './histories';
import { area, button, mount, press } from './mount';
import { ana, customerActor, customers } from './people';

const { maya } = customers;
const me = customerActor(maya);

const desk: Desk = {
  site: 'shop',
  name: 'Birch & Bow',
  now: 0,
  look: {},
  logo: null,
  identity: 'off',
  present: true,
  open: true,
  changes_at: null,
  reply_time: '',
  agents: [],
  form: [],
  away_form: false,
  rating: true,
  mail: false,
  file_bytes_max: 1024,
};

const asks: [number, typeof me, ...Command[]] = [
  120,
  me,
  { type: 'start', site: 'shop', channel: 'chat', customer: maya.id, linked_to: null },
  { type: 'receive', text: 'Do you ship to Norway?' },
];
const claims: History['done'][number] = [119, ana.actor, { type: 'claim' }];
const ends: Command = { type: 'end', if_active: false };
const closedBefore = (minutes: number): History['done'] => [
  asks,
  claims,
  [minutes, ana.actor, ends, { type: 'close' }],
];

const policyWith = (chat: ReopenPolicy): Policy => {
  const policy = rules.defaultPolicy();
  return { ...policy, reopen: { ...policy.reopen, chat } };
};
const within = (hours: number) => policyWith({ mode: 'window', window_ms: hours * 60 * 60_000 });

// What is fetched when it is first drawn is at hand.
beforeAll(async () => {
  await Promise.all([import('@web/widget/over'), import('@web/widget/questions')]);
}, 60_000);
beforeEach(() => {
  forget();
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Second by second, as each of them is drawn. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1)
    await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  await act(async () => {
    await vi.dynamicImportSettled();
  });
}

/** A visitor's panel on a conversation with this history; without one, on nothing yet. */
async function panel(done: History['done'] | null, { on = desk, policy = rules.defaultPolicy() } = {}) {
  const chat = new Chat('shop', async () => ({ page: '', referrer: '' }));
  (chat.visit.desk as Signal<Desk | null>).value = on;
  const store = fakeStore(
    rules,
    [{ id: 'one', customer: maya, done: done ?? [] }],
    { actor: me, name: maya.name },
    policy,
  );
  if (done) chat.visit.store.value = store;
  await mount(<Panel chat={chat} name="Birch & Bow" shown={shown} onClose={() => {}} />);
  await pass(0);
  return { chat, store };
}

const text = () => document.querySelector('.panel')?.textContent ?? '';
const star = (name: string) => document.querySelector<HTMLButtonElement>(`[role=radio][aria-label="${name}"]`);

describe('a closed chat', () => {
  it('says who closed it, and goes on in a new conversation', async () => {
    const { chat } = await panel(closedBefore(5));
    expect(text()).toContain('This chat was closed by Ana Ruiz.');
    expect(text()).toContain('No more messages can be sent here.');
    expect(document.querySelector('textarea')).toBeNull();
    expect(chat.summary).toEqual({ phase: 'closed', reopenable: false, locked: true, ahead: null });
    await press('Start a new conversation');
    expect(chat.screen.value).toMatchObject({ kind: 'beginning', beginning: { linkedTo: 'one' } });
    expect(area().value).toBe('');
  });

  it('can be reopened as long as the policy has it, and tells how long that is by the second', async () => {
    const { chat, store } = await panel(closedBefore(59), { policy: within(1) });
    expect(chat.summary.reopenable).toBe(true);
    expect(text()).toContain('You can reopen it for another 1:00.');
    await pass(1);
    expect(text()).toContain('You can reopen it for another 0:59.');
    await press('Reopen this chat');
    expect(store.pressed.map((one) => one.button)).toEqual(['reopen_chat']);
    expect(text()).toContain('You reopened the chat');
    area();
  });

  it('cannot be reopened any more once the time is over, without anybody having to look again', async () => {
    await panel(closedBefore(59), { policy: within(1) });
    button('Reopen this chat');
    await pass(60);
    expect(() => button('Reopen this chat')).toThrow();
    expect(text()).toContain('No more messages can be sent here.');
  });

  it('is rated once, and not before the close is for good', async () => {
    const { store } = await panel(closedBefore(0));
    expect(text()).toContain('You can rate this chat in a moment.');
    expect(star('Good')?.disabled).toBe(true);
    await pass(11);
    await act(() => star('Good')?.click());
    await press('Send rating');
    expect(store.pressed.map((one) => one.button)).toEqual(['rate']);
    expect(text()).toContain('You rated this chat 4 of 5');
    expect(text()).toContain('Thank you.');
    expect(star('Good')).toBeNull();
  });

  it('is not rated where the site does not ask', async () => {
    await panel(closedBefore(5), { on: { ...desk, rating: false } });
    expect(star('Good')).toBeNull();
  });
});

describe('an ended chat', () => {
  it('says so, and goes on with whatever is written', async () => {
    const { chat, store } = await panel([asks, claims, [3, ana.actor, ends]]);
    expect(text()).toContain('The chat has ended. Write to go on.');
    expect(chat.summary.phase).toBe('ended');
    await act(() => chat.write('One more thing'));
    await act(() => void chat.send());
    expect(store.pressed.map((one) => one.button)).toEqual(['send_message']);
    expect(chat.summary.phase).toBe('assigned');
  });
});

describe('nothing is sent', () => {
  it('before what is required is answered', async () => {
    const form = [{ label: 'Order', kind: 'text' as const, required: true, options: [] }];
    const { chat } = await panel(null, { on: { ...desk, form } });
    await act(() => chat.write('Where is it?'));
    await act(() => void chat.send());
    expect(text()).toContain('Please fill this in.');
    expect(chat.draft).toBe('Where is it?');
    expect(chat.screen.value).toMatchObject({ beginning: { id: null } });
  });

  it('where visitors have to sign in first', async () => {
    const { chat } = await panel(null, { on: { ...desk, identity: 'required' } });
    expect(text()).toContain('Please sign in on Birch & Bow first.');
    expect(document.querySelector('textarea')).toBeNull();
    expect(chat.can('newConversation')).toBe(false);
    await act(() => {
      chat.visit.verified.value = true;
    });
    area();
  });
});

it('a chat that is gone with the page says that it is', async () => {
  const { chat } = await panel([asks]);
  expect(text()).not.toContain('survive');
  await act(() => {
    chat.visit.storage.value = 'memory';
  });
  expect(text()).toContain('This chat will not survive leaving the page.');
});
