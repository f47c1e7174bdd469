// How many there are in each view: what a browser works out by itself is what the server counts.
import type { Command } from '@web/rules/types.gen';
import { type Filter, viewNames } from '@web/sync/filter';
import type { Counts, CountsAnswer } from '@web/sync/protocol';
import type { Store } from '@web/sync/store';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../support/random';
import { ana, ben, type FakeServer, type Person, vera } from './fake_server';
import { open, server, settle, start } from './world';

/** As the server says, all sites and channels together. */
function counted(by: FakeServer, person: Person = ana): Counts {
  const total = { open: 0, unassigned: 0, mine: 0, waiting: 0, snoozed: 0, closed: 0 };
  for (const { counts } of (by.get(person, 'inbox/counts').body as CountsAnswer).counts)
    for (const view of viewNames) total[view] += counts[view];
  return total;
}
const shown = (store: Store, filter?: Filter) => store.counts(filter).value;

describe('the counts of the views', () => {
  it('follow what others do and what waits here, without asking the server again', async () => {
    for (const id of ['one', 'two', 'three']) start(id);
    const { store, network } = await open(ana);
    expect(shown(store)).toBe(null);
    store.inbox('open');
    await settle();
    expect(shown(store)).toEqual({ open: 3, unassigned: 3, mine: 0, waiting: 0, snoozed: 0, closed: 0 });

    const asked: string[] = [];
    const { get } = server;
    server.get = (person, path) => {
      asked.push(path);
      return get.call(server, person, path);
    };
    server.act(ben, 'two', { type: 'claim' }, { type: 'reply', text: 'Hi' }, { type: 'end', if_active: true });
    start('four');
    await settle();
    expect(shown(store)).toEqual({ open: 4, unassigned: 3, mine: 0, waiting: 1, snoozed: 0, closed: 0 });
    expect(asked).toEqual([]);
    network.faults.loseRequest = () => true;
    store.press('one', 'claim');
    store.press('one', 'snooze', { snooze_until: Date.now() + 1e9 });
    expect(shown(store)).toEqual({ open: 3, unassigned: 2, mine: 0, waiting: 1, snoozed: 1, closed: 0 });
    expect(counted(server)).toEqual({ open: 4, unassigned: 3, mine: 0, waiting: 1, snoozed: 0, closed: 0 });
    network.faults.loseRequest = () => false;
    store.wake();
    await settle(2_000);
    expect(store.pending.value).toEqual([]);
    expect(shown(store)).toEqual(counted(server));
  });

  it('are those of the site and the channel that are asked for, and of no other filter', async () => {
    for (const id of ['one', 'two']) start(id);
    const { store } = await open(ana);
    store.inbox('open');
    store.counts();
    await settle();
    expect(shown(store, { channel: 'chat' })).toMatchObject({ open: 2, unassigned: 2 });
    expect(shown(store, { channel: 'email' })).toMatchObject({ open: 0, unassigned: 0 });
    const site = store.row('one')?.state.site ?? '';
    store.press('one', 'claim');
    expect(shown(store, { site, channel: 'chat' })).toMatchObject({ open: 2, unassigned: 1, mine: 1 });
    expect(shown(store, { site: 'elsewhere' })).toMatchObject({ open: 0, mine: 0 });
    expect(shown(store, { owner: 'me' })).toBe(null);
  });

  it('count nothing twice where an answer was ahead of the stream', async () => {
    for (const id of ['one', 'two']) start(id);
    const { store, network } = await open(ana);
    store.inbox('open');
    store.counts();
    await settle();
    network.faults.delay_ms = () => 400;
    server.act(ben, 'two', { type: 'claim' });
    await settle(10);
    network.faults.delay_ms = () => 1;
    store.inbox('mine');
    await settle(100);
    expect(shown(store)).toEqual(counted(server));
    await settle(2_000);
    expect(store.row('two')?.state.owner).toBe('ben');
    expect(shown(store)).toEqual(counted(server));
  });

  const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
  it.each(seeds)('never drift, whatever the network does (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
    server.pageRows = 2;
    if (seed % 3 === 0) server.patchEventsMax = 5;
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const id of ids) start(id);
    const { store, network } = await open(ana);
    for (const view of ['open', 'mine'] as const) store.inbox(view);
    store.counts();
    await settle();
    network.faults.delay_ms = () => random() * 300;
    network.faults.loseRequest = () => random() < 0.1;
    network.faults.loseAnswer = () => random() < 0.1;
    network.faults.breakStream = () => random() < 0.05;
    const steps: Command[] = [
      { type: 'claim' },
      { type: 'release' },
      { type: 'reply', text: 'Hi' },
      { type: 'end', if_active: true },
      { type: 'close' },
      { type: 'reopen' },
      { type: 'snooze', until: null },
      { type: 'wake' },
    ];
    for (let round = 0; round < 80; round += 1) {
      // After that nothing is asked for anew that would set right what is wrong by then.
      if (round === 40)
        for (const fault of ['loseRequest', 'loseAnswer', 'breakStream'] as const) network.faults[fault] = () => false;
      const id = pick(ids);
      const kind = random();
      if (kind < 0.1) ids.push(start(`new${round}`));
      else if (kind < 0.2) server.act(vera, id, { type: 'receive', text: 'Hello?' });
      else if (kind < 0.65) server.act(pick([ana, ben]), id, pick(steps));
      else if (kind < 0.7) store.conversation(id);
      else if (kind < 0.75) void store.loadMore('open');
      else if (store.row(id)) store.press(id, pick(['claim', 'release', 'close', 'end_and_close', 'reopen', 'wake']));
      await settle(random() * 400);
    }
    await settle(20_000);
    expect(store.pending.value).toEqual([]);
    expect(shown(store)).toEqual(counted(server));
  });
});
