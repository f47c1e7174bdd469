// Several stores, one server, and a network that loses, delays and breaks at random: in the end all is as if it had not.
import { createStore, type Store } from '@web/sync/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeNetwork } from './fake_network';
import { ana, ben, FakeServer, vera } from './fake_server';
import { rules } from './rules';

const seeds = Number(process.env.WRAPUP_SEEDS ?? 40);
const buttons = ['claim', 'release', 'send', 'add_note', 'end', 'end_and_close', 'send_and_close', 'reopen'] as const;

/** A generator of numbers in [0, 1) that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Actor {
  store: Store;
  network: FakeNetwork;
  /** Texts that were accepted by press() and startConversation(). */
  said: string[];
}

function texts(store: Store, id: string): string[] {
  const state = store.conversation(id).value;
  if (state.status !== 'ready') return [];
  return state.transcript.flatMap(({ event: { fact } }) => ('text' in fact ? [fact.text] : []));
}

function refusedTexts(store: Store, ids: string[]): string[] {
  return ids.flatMap((id) => {
    const state = store.conversation(id).value;
    const cards = state.status === 'ready' ? state.refused : [];
    return cards.flatMap(({ commands }) => commands.flatMap((command) => ('text' in command ? [command.text] : [])));
  });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function play(seed: number): Promise<void> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  vi.spyOn(Math, 'random').mockImplementation(random);
  const server = new FakeServer();
  let troubled = true;
  const actors: Actor[] = [ana, ben, vera].map((person) => {
    const network = new FakeNetwork(server, person);
    network.faults = {
      loseRequest: () => troubled && random() < 0.15,
      loseAnswer: () => troubled && random() < 0.15,
      breakStream: () => troubled && random() < 0.1,
      delay_ms: () => Math.floor(random() * 40),
    };
    return { store: createStore({ rules, transport: network, clock: () => Date.now() }), network, said: [] };
  });
  const visitor = actors[2] as Actor;
  const ids: string[] = [];
  let words = 0;

  const agentActs = ({ store, said }: Actor) => {
    const id = pick(ids);
    const text = `t${words++}`;
    store.conversation(id);
    const button = pick(buttons);
    const refused = store.press(id, button, { text, confirmed: ['reply_owed'] });
    if (refused === null && ['send', 'add_note', 'send_and_close'].includes(button)) said.push(text);
  };
  const visitorActs = ({ store, said }: Actor) => {
    if (!store.me.value) return;
    const text = `t${words++}`;
    if (ids.length < 3) ids.push(store.startConversation(text));
    else if (store.press(pick(ids), 'send_message', { text }) !== null) return;
    said.push(text);
  };

  for (let step = 0; step < 80; step++) {
    const actor = pick(actors);
    if (actor === visitor) visitorActs(actor);
    else if (ids.length > 0) agentActs(actor);
    if (random() < 0.05) actor.network.breakStreams();
    await vi.advanceTimersByTimeAsync(Math.floor(random() * 60));
    for (const { store } of actors)
      for (const id of ids) {
        const seen = texts(store, id);
        expect(new Set(seen).size, `seed ${seed}: ${seen.join(' ')}`).toBe(seen.length);
      }
  }

  troubled = false;
  for (const { store } of actors) for (const id of ids) store.conversation(id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(new Set(server.ran).size, `seed ${seed}: nothing ran twice`).toBe(server.ran.length);
  for (const { store, said } of actors) {
    expect(store.pending.value, `seed ${seed}: everything is answered`).toEqual([]);
    for (const id of ids) {
      const state = store.conversation(id).value;
      if (state.status !== 'ready') throw new Error(`seed ${seed}: ${id} is ${state.status}`);
      const { version: _, ...ours } = state.row.state;
      const { version: __, ...theirs } = server.state(id);
      if (store !== visitor.store) expect(ours, `seed ${seed}`).toEqual(theirs);
      expect(ours.phase, `seed ${seed}`).toEqual(theirs.phase);
    }
    const shown = [...ids.flatMap((id) => texts(store, id)), ...refusedTexts(store, ids)];
    for (const text of said)
      expect(
        shown.filter((one) => one === text),
        `seed ${seed}: ${text}`,
      ).toHaveLength(1);
    store.close();
  }
}

describe('over a bad network', () => {
  it(`everything that was asked for takes place once, or comes back as a card (${seeds} seeds)`, async () => {
    for (let seed = 1; seed <= seeds; seed++) await play(seed);
  }, 120_000);
});
