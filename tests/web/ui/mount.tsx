/** @jsxImportSource preact */
import { createActions } from '@web/dashboard/actions';
import { type CannedReply, createCanned } from '@web/dashboard/canned';
import { DeskProvider } from '@web/dashboard/context';
import { ConversationPane } from '@web/dashboard/conversation';
import { createUndo } from '@web/dashboard/undo';
import '@web/ui/desk_icons';
import { createAttaching } from '@web/sync/attaching';
import { filesOf } from '@web/sync/file_transport';
import type { Transport } from '@web/sync/transport';
import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { afterEach } from 'vitest';
import { rules } from '../rules';
import { fakeStore } from './fake_store';
import { histories } from './histories';
import { ana, meAs } from './people';

afterEach(() => {
  render(null, document.body);
  sessionStorage.clear();
});

export async function mount(children: ComponentChildren): Promise<void> {
  await act(() => render(children, document.body));
}

/** Ana's desk, with one conversation open on it at a time. */
export function desk(replies: readonly CannedReply[] = []) {
  const store = fakeStore(rules, histories, ana);
  const transport: Transport = {
    get: async () => ({ status: 200, body: { canned_replies: replies } }),
    post: async () => ({ status: 204, body: null }),
    put: async () => ({ status: 204, body: null }),
    stream: () => () => {},
  };
  const canned = createCanned(transport, Date.now);
  const files = filesOf();
  const attaching = createAttaching({ drafts: store.drafts, files });
  const undo = createUndo(store);
  const actions = createActions();
  const value = { store, transport, canned, me: meAs(ana), undo, actions, files, attaching };
  return {
    ...value,
    open: (id: string) =>
      mount(
        <LocationProvider>
          <DeskProvider value={value}>
            <ConversationPane key={id} id={id} where={{ view: 'open', search: '', filter: {} }} />
          </DeskProvider>
        </LocationProvider>,
      ),
  };
}

export function button(label: string): HTMLButtonElement {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === label);
  if (!found) throw new Error(`No button "${label}" among ${all.map((each) => each.textContent).join(', ')}`);
  return found;
}

export const press = (label: string) => act(() => button(label).click());

export function area(): HTMLTextAreaElement {
  const found = document.querySelector<HTMLTextAreaElement>('.composer textarea');
  if (!found) throw new Error('Nothing can be written here');
  return found;
}

export const write = (text: string) =>
  act(() => {
    area().value = text;
    area().dispatchEvent(new Event('input', { bubbles: true }));
  });

export const key = (name: string, options: KeyboardEventInit = {}) =>
  act(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...options }));
  });
