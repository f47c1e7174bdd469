// What counts as read, on both sides.
import { readByOthers } from '@web/sync/store';
import { describe, expect, it } from 'vitest';
import { ana, vera } from './fake_server';
import { lookingAt, ready, server, settle, start } from './world';

const marks = (id: string) => server.state(id).reads.map(({ reader, up_to }) => [reader.id, up_to]);

describe('reading', () => {
  it('of a visitor is about answers: their own words are none, and the same answer is read once', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, vera);
    store.markRead(id);
    await settle();
    expect(marks(id)).toEqual([]);

    server.act(ana, id, { type: 'claim' }, { type: 'reply', text: 'Hi!' });
    await settle();
    const { seen } = ready(store, id);
    store.markRead(id);
    store.markRead(id);
    await settle();
    store.markRead(id);
    await settle();
    expect(marks(id)).toEqual([[vera.actor.id, seen]]);
    expect(network.posts.flatMap(({ commands }) => commands)).toHaveLength(1);
  });

  it('is told of the other side, not of one’s own', async () => {
    const id = start('one');
    const { store } = await lookingAt(id, ana);
    store.markRead(id);
    await settle();
    const { state } = ready(store, id).row;
    expect(readByOthers(state, 'house')).toBe(state.version - 1);
    expect(readByOthers(state, 'customer')).toBe(0);
  });
});
