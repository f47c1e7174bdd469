// A store, opened for somebody against a fake server, in time that passes when the test says so.
import type { ConversationState, Store } from '@web/sync/store';
import { afterEach, beforeEach, vi } from 'vitest';
import { FakeNetwork } from './fake_network';
import { FakeServer, type Person, site, vera } from './fake_server';
import { openStore } from './open_store';

type Ready = Extract<ConversationState, { status: 'ready' }>;

/** A new one for each test. */
export let server: FakeServer;
let stores: Store[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  stores = [];
});
afterEach(() => {
  for (const store of stores) store.close();
  vi.useRealTimers();
});

export const settle = (ms = 50) => vi.advanceTimersByTimeAsync(ms);

export async function open(person: Person) {
  const network = new FakeNetwork(server, person);
  const store = openStore(person, { transport: network, clock: () => Date.now() });
  stores.push(store);
  await settle();
  return { store, network };
}

/** Opened by somebody who looks at a conversation. */
export async function lookingAt(id: string, person: Person) {
  const opened = await open(person);
  opened.store.conversation(id);
  await settle();
  return opened;
}

/** Vera starts a conversation. */
export function start(id: string, text = 'Hello?'): string {
  const begin = { type: 'start', site: site.id, channel: 'chat', customer: vera.actor.id, linked_to: null } as const;
  server.act(vera, id, begin, { type: 'receive', text });
  return id;
}

export function ready(store: Store, id: string): Ready {
  const state = store.conversation(id).value;
  if (state.status !== 'ready') throw new Error(`the conversation is ${state.status}`);
  return state;
}

/** What was said; what waits to be confirmed ends in an ellipsis. */
export const said = (store: Store, id: string) =>
  ready(store, id).transcript.flatMap(({ event: { fact }, sent }) =>
    'text' in fact ? [sent === 'waiting' ? `${fact.text} …` : fact.text] : [],
  );

export const enabled = (store: Store, id: string) =>
  ready(store, id)
    .buttons.filter(({ rejection }) => rejection === null)
    .map(({ button }) => button);
