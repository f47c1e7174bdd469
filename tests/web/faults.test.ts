import { describe, expect, it } from 'vitest';
import { ana, vera } from './fake_server';
import { rules } from './rules';
import { lookingAt, open, ready, said, server, settle, start } from './world';

describe('when the network fails', () => {
  it('a command whose answer was lost takes place once', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    network.breakStreams();
    network.faults.loseAnswer = () => true;
    network.faults.breakStream = () => true;
    store.press(id, 'claim');
    store.press(id, 'send', { text: 'Hi!' });
    await settle(5_000);
    expect(said(store, id)).toEqual(['Hello?', 'Hi! …']);
    network.faults.loseAnswer = () => false;
    network.faults.breakStream = () => false;
    store.wake();
    await settle(20_000);
    expect(said(store, id)).toEqual(['Hello?', 'Hi!']);
    expect(server.ran.filter((run) => !run.includes(' direct-'))).toHaveLength(2);
  });

  it('says so, and misses nothing when it is back', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    expect(store.connection.value.state).toBe('live');
    network.faults.loseRequest = () => true;
    network.breakStreams();
    expect(store.connection.value.state).toBe('connecting');
    await settle(1_000);
    expect(store.connection.value.state).toBe('offline');
    store.press(id, 'add_note', { text: 'written on the train' });
    server.act(vera, id, { type: 'receive', text: 'Anybody?' });
    await settle(3_000);
    expect(said(store, id)).toEqual(['Hello?', 'written on the train …']);
    network.faults.loseRequest = () => false;
    store.wake();
    await settle();
    expect(store.connection.value.state).toBe('live');
    expect(said(store, id)).toEqual(['Hello?', 'Anybody?', 'written on the train']);
  });

  it('notices by a request that fails that the stream is dead, too', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    network.faults.loseRequest = () => true;
    store.press(id, 'claim');
    await settle();
    expect(store.connection.value.state).toBe('connecting');
    network.faults.loseRequest = () => false;
    store.wake();
    await settle();
    expect(store.connection.value.state).toBe('live');
    expect(store.pending.value).toEqual([]);
  });

  it('does not send again and again without a pause', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    network.faults.loseAnswer = () => true;
    store.press(id, 'claim');
    await settle(60_000);
    expect(network.posts.length).toBeLessThan(15);
  });

  it('a stream that is ahead of the answer does not show anything twice', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    const seen: string[][] = [];
    store.conversation(id).subscribe(() => void seen.push(said(store, id)));
    let slow = 0;
    network.faults.delay_ms = () => (slow++ % 2 ? 40 : 1);
    store.press(id, 'claim');
    for (const text of ['a', 'b', 'c']) store.press(id, 'send', { text });
    await settle(1_000);
    expect(said(store, id)).toEqual(['Hello?', 'a', 'b', 'c']);
    for (const texts of seen) {
      const plain = texts.map((text) => text.replace(' …', ''));
      expect(new Set(plain).size).toBe(plain.length);
    }
  });

  it('a snapshot that is behind the patches misses nothing', async () => {
    const id = start('one');
    const { store, network } = await open(ana);
    let waits = 0;
    network.faults.delay_ms = () => (waits++ === 1 ? 40 : 1);
    store.conversation(id);
    await settle(10);
    server.act(vera, id, { type: 'receive', text: 'And?' });
    await settle(100);
    expect(said(store, id)).toEqual(['Hello?', 'And?']);
  });

  it('a conversation whose start was answered to nobody is there after starting over', async () => {
    const { store, network } = await open(vera);
    network.faults.loseAnswer = () => true;
    network.faults.breakStream = () => true;
    const id = store.startConversation('Hello?');
    store.conversation(id);
    await settle(300);
    expect(said(store, id)).toEqual(['Hello? …']);
    network.faults.loseAnswer = () => false;
    network.faults.breakStream = () => false;
    store.reset();
    await settle();
    expect(said(store, id)).toEqual(['Hello?']);
  });

  it('a snapshot that is ahead of the patches does not show a pending message twice', async () => {
    const id = start('one');
    const { store, network } = await open(ana);
    store.inbox('open');
    await settle();
    network.faults.breakStream = () => true;
    store.press(id, 'add_note', { text: 'once' });
    let answers = 0;
    network.faults.loseAnswer = () => answers++ === 0;
    await settle(20);
    expect(said.bind(null, store, id)).toThrow(/loading/);
    await settle(20);
    expect(said(store, id)).toEqual(['Hello?', 'once']);
    expect(store.pending.value).toHaveLength(1);
    network.faults.breakStream = () => false;
    await settle(20_000);
    expect(said(store, id)).toEqual(['Hello?', 'once']);
  });
});

describe('when the server is not what it was', () => {
  it('another epoch: snapshots are loaded again, and what was pending goes out from 1 as another client', async () => {
    const id = start('one');
    const { store, network } = await open(ana);
    store.conversation(id);
    store.inbox('open');
    await settle();
    store.press(id, 'claim');
    store.press(id, 'add_note', { text: 'first' });
    await settle();
    const before = network.posts[0]?.client;
    network.faults.loseRequest = () => true;
    network.breakStreams();
    store.press(id, 'add_note', { text: 'second' });
    await settle(5_000);
    server.restore('second');
    start(id, 'Hello again?');
    network.faults.loseRequest = () => false;
    store.wake();
    await settle(5_000);
    expect(said(store, id)).toEqual(['Hello again?', 'second']);
    const last = network.posts.at(-1);
    expect(last?.commands[0]).toMatchObject({ n: 1, seen: 0 });
    expect(last?.client).not.toBe(before);
    expect(store.inbox('open').value.rows).toHaveLength(1);
    expect(store.inbox('mine').value.rows).toHaveLength(0);
  });

  it('resync: what happened in between is loaded, and nothing pending is lost', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    server.patchEventsMax = 3;
    network.breakStreams();
    network.faults.breakStream = () => true;
    for (let i = 0; i < 8; i++) server.act(vera, id, { type: 'receive', text: `${i}` });
    store.press(id, 'add_note', { text: 'a note' });
    await settle(200);
    network.faults.breakStream = () => false;
    server.patchEventsMax = 1000;
    await settle(20_000);
    expect(said(store, id)).toEqual(['Hello?', '0', '1', '2', '3', '4', '5', '6', '7', 'a note']);
    expect(store.connection.value.state).toBe('live');
  });

  it('other rules: nothing is predicted, what was written waits in sight', async () => {
    const id = start('one');
    server.rulesId = 'other';
    const { store } = await lookingAt(id, ana);
    expect(store.outdated.value).toBe(true);
    store.press(id, 'add_note', { text: 'noted' });
    store.press(id, 'claim');
    expect(said(store, id)).toEqual(['Hello?', 'noted …']);
    expect(ready(store, id).row.state.owner).toBeNull();
    await settle();
    expect(said(store, id)).toEqual(['Hello?', 'noted']);
    expect(ready(store, id).row.state.owner).toBe('ana');
  });

  it('a state that is not the server’s is noticed with its event, fetched anew and reported', async () => {
    const id = start('one');
    const { store } = await lookingAt(id, ana);
    server.digestsOff = 1;
    server.act(vera, id, { type: 'receive', text: 'Hm?' });
    server.digestsOff = 0;
    await settle();
    expect(said(store, id)).toEqual(['Hello?', 'Hm?']);
    expect(ready(store, id).fresh).toEqual({ state: 'live' });
    const got = rules.digest(server.state(id));
    const version = server.state(id).version;
    expect(server.divergences).toMatchObject([{ conversation: id, version, expected: got + 1, got }]);
    server.act(vera, id, { type: 'receive', text: 'Better?' });
    await settle();
    expect(said(store, id)).toEqual(['Hello?', 'Hm?', 'Better?']);
    expect(server.divergences).toHaveLength(1);
  });

  it('its time counts, and not that of a laptop whose clock is two hours off', async () => {
    const id = start('one');
    server.clockAhead = 7_200_000;
    const { store } = await lookingAt(id, ana);
    expect(store.now() - Date.now()).toBeGreaterThan(7_199_000);
    store.press(id, 'claim');
    const [mine] = ready(store, id).transcript.slice(-1);
    expect(mine?.event.at).toBe(store.now());
  });

  it('signed out: says so, and goes on after reset', async () => {
    const id = start('one');
    const { store, network } = await lookingAt(id, ana);
    network.signedIn = false;
    store.press(id, 'claim');
    await settle();
    expect(store.connection.value.state).toBe('signed_out');
    network.signedIn = true;
    store.reset();
    await settle();
    expect(store.connection.value.state).toBe('live');
    expect(server.state(id).owner).toBe('ana');
    expect(ready(store, id).row.state.owner).toBe('ana');
  });
});
