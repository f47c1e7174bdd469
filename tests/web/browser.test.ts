// One browser: what survives a tab, what its tabs have in common, and what happens when it keeps nothing.
import type { Store } from '@web/sync/store';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, Tab, timersOfTabs } from './fake_browser';
import { FakeNetwork } from './fake_network';
import { ana, FakeServer, type Person, vera } from './fake_server';
import { openStore } from './open_store';
import { ready, said, settle } from './world';

let server: FakeServer;
let restoreTimers: () => void;
let tabs: OpenTab[];

interface OpenTab {
  life: Tab;
  store: Store;
  network: FakeNetwork;
}

beforeEach(() => {
  vi.useFakeTimers();
  restoreTimers = timersOfTabs();
  server = new FakeServer();
  tabs = [];
});
afterEach(() => {
  for (const { life, store } of tabs) if (!life.isDead) life.run(() => store.close());
  restoreTimers();
  vi.useRealTimers();
  globalThis.indexedDB = new IDBFactory();
});

async function open(browser: FakeBrowser, person: Person = ana, isOnline = true): Promise<OpenTab> {
  const life = new Tab();
  const network = new FakeNetwork(server, person);
  network.faults.loseRequest = () => !isOnline;
  const keep = { name: `of ${person.actor.id}`, person: person.actor.id, ports: browser.ports(life) };
  const store = life.run(() => openStore(person, { transport: network, clock: () => Date.now(), keep }));
  const tab = { life, store, network };
  tabs.push(tab);
  await settle();
  return tab;
}

const look = ({ life, store }: OpenTab, id: string) => life.run(() => store.conversation(id));
const press = ({ life, store }: OpenTab, ...asked: Parameters<Store['press']>) => life.run(() => store.press(...asked));
const goOffline = ({ network }: OpenTab) => {
  network.faults.loseRequest = () => true;
  network.breakStreams();
};

function begin(id: string, text = 'Hello?'): void {
  const start = { type: 'start', site: 'demo', channel: 'chat', customer: vera.actor.id, linked_to: null } as const;
  server.act(vera, id, start, { type: 'receive', text });
}

describe('a tab that dies', () => {
  it('leaves what waited, what was known and what was being written to the next one, also without a network', async () => {
    const browser = new FakeBrowser();
    begin('one');
    const first = await open(browser);
    look(first, 'one');
    first.store.inbox('open');
    await settle();
    press(first, 'one', 'claim');
    await settle(500);
    goOffline(first);
    await settle(2_000);
    press(first, 'one', 'add_note', { text: 'noted on the train' });
    first.life.run(() => first.store.drafts.write('one', 'reply', 'half a thou'));
    await settle(300);
    first.life.kill();

    const second = await open(browser, ana, false);
    await settle(2_000);
    expect(second.store.connection.value).toMatchObject({ state: 'offline', since: expect.any(Number) });
    expect(second.store.inbox('open').value.rows.map(({ conversation }) => conversation)).toEqual(['one']);
    look(second, 'one');
    await settle();
    expect(said(second.store, 'one')).toEqual(['Hello?', 'noted on the train …']);
    expect(ready(second.store, 'one').row.state.owner).toBe('ana');
    expect(second.store.pending.value).toHaveLength(1);
    expect(second.store.drafts.of('one', 'reply').value).toBe('half a thou');
    expect(second.store.drafts.of('one', 'note').value).toBe('');
    expect(second.store.drafts.of('two', 'reply').value).toBe('');

    second.network.faults.loseRequest = () => false;
    await settle(20_000);
    expect(said(second.store, 'one')).toEqual(['Hello?', 'noted on the train']);
    expect(second.store.pending.value).toEqual([]);
    expect(server.ran.filter((run) => run.endsWith(' 2'))).toHaveLength(1);
  });

  it('leaves how many there are in each view', async () => {
    const browser = new FakeBrowser();
    begin('one');
    begin('two');
    const first = await open(browser);
    const counts = ({ life, store }: OpenTab) => life.run(() => store.counts()).value;
    counts(first);
    first.store.inbox('open');
    await settle();
    server.act(ana, 'two', { type: 'claim' });
    await settle(500);
    first.life.kill();
    const second = await open(browser, ana, false);
    await settle(2_000);
    expect(counts(second)).toMatchObject({ open: 2, unassigned: 1, mine: 1, closed: 0 });
    server.act(ana, 'two', { type: 'end', if_active: true }, { type: 'close' });
    second.network.faults.loseRequest = () => false;
    await settle(20_000);
    expect(counts(second)).toMatchObject({ open: 1, unassigned: 1, mine: 0, closed: 1 });
  });

  it('does not bring back as a draft what was sent', async () => {
    const browser = new FakeBrowser();
    const first = await open(browser);
    first.life.run(() => first.store.drafts.write('one', 'reply', 'Hi!'));
    await settle(1_000);
    first.life.run(() => first.store.drafts.write('one', 'reply', ''));
    await settle(5);
    first.life.kill();
    const second = await open(browser);
    expect(second.store.drafts.of('one', 'reply').value).toBe('');
  });

  it('leaves its refusals, until somebody has dealt with them', async () => {
    const browser = new FakeBrowser();
    begin('one');
    const first = await open(browser);
    look(first, 'one');
    await settle();
    press(first, 'one', 'claim');
    await settle(500);
    goOffline(first);
    press(first, 'one', 'send', { text: 'Too late?' });
    await settle();
    server.act({ ...ana, actor: { ...ana.actor, role: 'supervisor', id: 'sue' } }, 'one', {
      type: 'assign',
      agent: 'ben',
    });
    first.life.kill();
    const second = await open(browser);
    look(second, 'one');
    await settle(2_000);
    second.life.kill();
    const third = await open(browser);
    const [card] = third.store.refused.value;
    expect(card).toMatchObject({ conversation: 'one', code: 'not_owner', commands: [{ text: 'Too late?' }] });
    third.life.run(() => third.store.dismiss(card?.id ?? ''));
    await settle();
    third.life.kill();
    expect((await open(browser)).store.refused.value).toEqual([]);
  });
});

describe('twenty tabs', () => {
  const streams = () => server.listeners.size;
  const texts = (tab: OpenTab) => said(tab.store, 'one');

  async function openTwenty(): Promise<FakeBrowser> {
    const browser = new FakeBrowser(() => 1);
    begin('one');
    for (let count = 0; count < 20; count++) look(await open(browser), 'one');
    await settle(1_000);
    return browser;
  }

  it('have one stream and one that sends; all see everything, and each may ask', async () => {
    await openTwenty();
    expect(streams()).toBe(1);
    press(tabs[19] as OpenTab, 'one', 'add_note', { text: 'from the last' });
    press(tabs[7] as OpenTab, 'one', 'add_note', { text: 'from the eighth' });
    await settle(500);
    for (const tab of tabs) {
      expect(texts(tab)).toEqual(['Hello?', 'from the last', 'from the eighth']);
      expect(tab.store.pending.value).toEqual([]);
      expect(tab.store.connection.value.state).toBe('live');
    }
    expect(tabs.filter(({ network }) => network.posts.length > 0)).toHaveLength(1);
  });

  it.each([
    'closes',
    'crashes',
    'hangs',
  ])('go on within 5 s when the one that leads %s, and miss nothing', async (how) => {
    await openTwenty();
    const [leader, ...others] = tabs as [OpenTab, ...OpenTab[]];
    if (how === 'closes') leader.life.run(() => leader.store.close());
    if (how === 'crashes') leader.life.kill();
    if (how === 'hangs') leader.life.freeze();
    server.act(vera, 'one', { type: 'receive', text: 'Anybody?' });
    press(others[3] as OpenTab, 'one', 'add_note', { text: 'still here' });
    await settle(5_000);
    for (const tab of others) expect([...texts(tab)].sort()).toEqual(['Anybody?', 'Hello?', 'still here']);
    if (how === 'hangs') {
      leader.life.thaw();
      await settle(5_000);
      expect([...texts(leader)].sort()).toEqual(['Anybody?', 'Hello?', 'still here']);
    }
    expect(streams()).toBe(1);
  });
});

describe('a browser that keeps nothing', () => {
  it('says so when its database does not open, and works all the same', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not in a private window', 'SecurityError');
    });
    begin('one');
    const tab = await open(new FakeBrowser());
    look(tab, 'one');
    await settle();
    expect(tab.store.keeping.value).toBe('memory');
    press(tab, 'one', 'add_note', { text: 'noted' });
    await settle();
    expect(said(tab.store, 'one')).toEqual(['Hello?', 'noted']);
  });

  it('goes on from memory when its database is deleted or full, and loses nothing that waits', async () => {
    const browser = new FakeBrowser();
    begin('one');
    const [leader, follower] = [await open(browser), await open(browser)];
    for (const tab of [leader, follower]) look(tab, 'one');
    await settle();
    for (const tab of [leader, follower]) goOffline(tab);
    press(follower, 'one', 'add_note', { text: 'before' });
    await settle();
    indexedDB.deleteDatabase('of ana');
    await settle();
    expect([leader, follower].map(({ store }) => store.keeping.value)).toEqual(['memory', 'memory']);
    press(follower, 'one', 'add_note', { text: 'after' });
    press(leader, 'one', 'add_note', { text: 'and here' });
    for (const tab of [leader, follower]) tab.network.faults.loseRequest = () => false;
    await settle(30_000);
    for (const tab of [leader, follower]) {
      expect([...said(tab.store, 'one')].sort()).toEqual(['Hello?', 'after', 'and here', 'before']);
      expect(tab.store.pending.value).toEqual([]);
    }
  });
});

describe('without a connection', () => {
  it('what only the server can decide is off, and what hangs on others waits', async () => {
    const browser = new FakeBrowser();
    begin('mine');
    begin('free');
    const tab = await open(browser);
    for (const id of ['mine', 'free']) look(tab, id);
    await settle();
    press(tab, 'mine', 'claim');
    await settle(500);
    goOffline(tab);
    await settle(3_000);
    const why = (id: string, button: string) =>
      ready(tab.store, id).buttons.find((one) => one.button === button)?.rejection;
    expect(press(tab, 'free', 'claim')).toBe('needs_connection');
    expect(why('free', 'claim')).toBe('needs_connection');
    expect(why('mine', 'send')).toBeNull();
    expect(why('mine', 'end_and_close')).toBeNull();

    expect(press(tab, 'mine', 'end_and_close', { confirmed: ['reply_owed'] })).toBeNull();
    expect(ready(tab.store, 'mine').uncertain).toBe(false);
    expect(press(tab, 'mine', 'reopen')).toBeNull();
    expect(ready(tab.store, 'mine')).toMatchObject({ uncertain: true, fresh: { state: 'offline' } });
    expect(why('mine', 'send')).toBe('needs_connection');
    expect(press(tab, 'mine', 'send', { text: 'Hi!' })).toBe('needs_connection');
    expect(why('mine', 'add_note')).toBeNull();

    tab.network.faults.loseRequest = () => false;
    await settle(20_000);
    expect(ready(tab.store, 'mine')).toMatchObject({ uncertain: false, fresh: { state: 'live' } });
    expect(why('mine', 'send')).toBeNull();
  });
});
