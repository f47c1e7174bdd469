import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Store } from '../sync/store';
import { fetchTransport } from '../sync/transport';
import { App } from './app';
import { openDesk } from './session';
import { registerWorker } from './update';

const transport = fetchTransport();
const store = signal<Store | null | 'failed'>(null);
const root = document.getElementById('app');
if (root) render(<App transport={transport} store={store} />, root);

void openDesk(transport, store);
// Once the page has all that it needs for itself.
if (document.readyState === 'complete') void registerWorker();
else window.addEventListener('load', () => void registerWorker());
