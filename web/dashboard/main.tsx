import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Store } from '../sync/store';
import { fetchTransport } from '../sync/transport';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './app';
import { openDesk } from './session';
import { followTheme } from './theme';
import { registerWorker } from './update';

followTheme();
const transport = fetchTransport();
const store = signal<Store | null | 'failed'>(null);
const root = document.getElementById('app');
if (root) render(<App transport={transport} store={store} />, root);

void openDesk(transport, store);
window.addEventListener('load', () => void registerWorker());
