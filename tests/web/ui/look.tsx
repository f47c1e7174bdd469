/** @jsxImportSource preact */
// The dashboard over a store in memory, to look at without a server: `npx vite .. --config vite.config.ts`, then
// /tests/web/ui/look.html?path=/dashboard/chat/inbox/mine

import { signal } from '@preact/signals';
import wasm from '@wasm/wrapup.wasm?url';
import { App } from '@web/dashboard/app';
import { loadRules } from '@web/rules/rules';
import '@web/ui/tokens.css';
import '@web/ui/base.css';
import type { Transport } from '@web/sync/transport';
import { render } from 'preact';
import { type FakeStore, fakeStore } from './fake_store';
import { histories } from './histories';
import { ana } from './people';

declare global {
  interface Window {
    fake: FakeStore;
  }
}

const query = new URLSearchParams(location.search);
const transport: Transport = {
  get: async () => ({ status: 404, body: null }),
  post: async () => ({ status: 401, body: null }),
  stream: () => () => {},
};

loadRules(wasm).then((rules) => {
  const store = fakeStore(rules, query.has('empty') ? [] : histories, ana);
  if (query.get('path') === '/login') store.me.value = null;
  window.fake = store;
  history.replaceState(null, '', query.get('path') ?? '/dashboard/chat/inbox');
  const root = document.getElementById('app');
  if (root) render(<App transport={transport} store={signal(store)} />, root);
});
