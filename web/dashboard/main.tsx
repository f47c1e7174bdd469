import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Store } from '../sync/store';
import { fetchTransport } from '../sync/transport';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './app';
import { openStore } from './session';

const transport = fetchTransport();
const store = signal<Store | null | 'failed'>(null);
const root = document.getElementById('app');
if (root) render(<App transport={transport} store={store} />, root);

openStore(transport).then(
  (opened) => {
    store.value = opened;
  },
  () => {
    store.value = 'failed';
  },
);
