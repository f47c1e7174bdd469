// @vitest-environment happy-dom
/** @jsxImportSource preact */
import { signal } from '@preact/signals';
import { App } from '@web/dashboard/app';
import type { Store } from '@web/sync/store';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { rules } from '../rules';
import { fakeStore } from './fake_store';
import { mount } from './mount';
import { ana, meAs } from './people';

test('a wrong password is said in place; the right one leads to where one was going', async () => {
  history.replaceState(null, '', '/dashboard/chat/inbox?view=closed');
  const post = vi.fn(async () => ({ status: 401, body: null }));
  const transport = { get: vi.fn(), post, put: vi.fn(), stream: vi.fn() };
  const opened = signal<Store | null>(null);
  await mount(<App transport={transport} store={opened} />);

  // The rules arrive after the page.
  const store = fakeStore(rules, [], ana);
  store.me.value = null;
  store.connection.value = { state: 'signed_out' };
  store.reset = () => {
    store.connection.value = { state: 'live' };
    store.me.value = meAs(ana);
  };
  await act(() => {
    opened.value = store;
  });
  expect(location.pathname).toBe('/login');

  const submit = () => act(async () => document.querySelector('form')?.requestSubmit());
  for (const input of document.querySelectorAll('input')) input.value = 'ana@example.com';
  await submit();
  expect(document.querySelector('[role=alert]')?.textContent).toBe('E-mail or password is wrong.');

  post.mockResolvedValue({ status: 204, body: null });
  await submit();
  expect(location.pathname + location.search).toBe('/dashboard/chat/inbox?view=closed');
  expect(document.body.textContent).toContain('Nothing closed yet');
});
