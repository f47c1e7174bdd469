import { describe, expect, it } from 'vitest';
import { ana, ben, vera } from './fake_server';
import { open, server, settle, start } from './world';

describe('the inbox', () => {
  it('follows what others do, in each of its views', async () => {
    const { store } = await open(ana);
    const rows = (view: 'open' | 'unassigned' | 'mine' | 'closed') =>
      store.inbox(view).value.rows.map(({ conversation }) => conversation);
    for (const view of ['open', 'unassigned', 'mine', 'closed'] as const) rows(view);
    await settle();
    start('one');
    start('two');
    await settle();
    expect(rows('unassigned')).toEqual(['two', 'one']);
    expect(store.inbox('open').value.rows[0]?.customer.name).toBe(vera.name);

    server.act(ben, 'two', { type: 'claim' });
    store.conversation('one');
    await settle();
    store.press('one', 'claim');
    expect(rows('mine')).toEqual(['one']);
    expect(rows('unassigned')).toEqual([]);
    server.act(ben, 'two', { type: 'end', if_active: true }, { type: 'close' });
    await settle();
    expect(rows('closed')).toEqual(['two']);
    expect(rows('open')).toEqual(['one']);
  });

  it('asks for a row that it has never heard of', async () => {
    server.pageRows = 1;
    start('old');
    start('new');
    const { store } = await open(ana);
    store.inbox('open');
    await settle();
    expect(store.inbox('open').value).toMatchObject({ more: true, loading: false });
    server.act(vera, 'old', { type: 'receive', text: 'Still there?' });
    await settle();
    expect(store.inbox('open').value.rows.map(({ conversation }) => conversation)).toEqual(['old', 'new']);
  });

  it('loads page after page without gaps or doubles', async () => {
    server.pageRows = 2;
    const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => start(id));
    const { store } = await open(ana);
    store.inbox('open');
    await settle();
    while (store.inbox('open').value.more) {
      void store.loadMore('open');
      await settle();
    }
    expect(store.inbox('open').value.rows.map(({ conversation }) => conversation)).toEqual(ids.reverse());
  });

  it('says that it failed, and loads when it can', async () => {
    start('one');
    const { store, network } = await open(ana);
    network.faults.loseRequest = () => true;
    expect(store.inbox('open').value).toMatchObject({ loading: true });
    await settle();
    expect(store.inbox('open').value.failed).toMatch(/cannot be reached/);
    network.faults.loseRequest = () => false;
    store.wake();
    await settle();
    expect(store.inbox('open').value).toMatchObject({ failed: null, loading: false });
    expect(store.inbox('open').value.rows).toHaveLength(1);
  });
});
