// People, each with a browser of some tabs, one server, and a world that loses, delays, breaks, hangs and kills by a
// seed; in the end all has to be as if it had not.
import { isDeepStrictEqual } from 'node:util';
import type { Store } from '@web/sync/store';
import { randomFrom } from '../support/random';
import { FakeBrowser, Tab, timersOfTabs } from './fake_browser';
import { FakeNetwork } from './fake_network';
import { ana, type Backup, ben, FakeServer, type Person, vera } from './fake_server';
import { openStore } from './open_store';

/** What passes the time. Tests fake it. */
export interface Time {
  pass(ms: number): Promise<unknown>;
}

const buttons = ['claim', 'release', 'send', 'add_note', 'end', 'end_and_close', 'send_and_close', 'reopen'] as const;
const written: ReadonlySet<string> = new Set(['send', 'add_note', 'send_and_close']);
const steps = 60;
const tabsMax = 3;

interface OpenTab {
  readonly number: number;
  readonly life: Tab;
  readonly store: Store;
  readonly network: FakeNetwork;
}

type Step = [string, number, (desk: Desk, tab: OpenTab) => unknown];

/** A person at their browser. */
class Desk {
  readonly tabs: OpenTab[] = [];
  /** Texts that a tab has accepted and kept. */
  readonly said: string[] = [];
  /** Texts of a tab that died before they were kept: they may be there, or not. */
  readonly perhaps = new Set<string>();
  readonly #browser: FakeBrowser;
  readonly #name: string;
  #opened = 0;

  constructor(
    readonly person: Person,
    private readonly world: World,
  ) {
    this.#name = `${world.seed} ${person.actor.id}`;
    this.#browser = new FakeBrowser(() => Math.floor(world.random() * 8));
  }

  openTab(): OpenTab {
    const life = new Tab();
    const network = new FakeNetwork(this.world.server, this.person);
    network.faults = this.world.faults;
    const store = life.run(() =>
      openStore(this.person, {
        transport: network,
        clock: () => Date.now(),
        keep: { name: this.#name, person: null, ports: this.#browser.ports(life) },
      }),
    );
    const tab = { number: ++this.#opened, life, network, store };
    this.tabs.push(tab);
    return tab;
  }

  /** It is to appear once, unless the tab dies before it is kept. */
  say(tab: OpenTab, text: string): void {
    this.perhaps.add(text);
    this.said.push(text);
    void tab.life.run(() => tab.store.settled()).then(() => tab.life.isDead || this.perhaps.delete(text));
  }
}

export class World {
  readonly server = new FakeServer();
  readonly desks: Desk[];
  readonly faults: FakeNetwork['faults'];
  /** Texts that a restored server has forgotten. */
  readonly forgotten = new Set<string>();
  readonly random: () => number;
  readonly #time: Time;
  readonly #ids: string[] = [];
  #backup: Backup;
  #troubled = true;
  #words = 0;
  /** What was done, for whoever has to find out why it went wrong. */
  readonly #trace: string[] = [];

  constructor(
    readonly seed: number,
    time: Time,
  ) {
    this.random = randomFrom(seed);
    this.#time = time;
    this.#backup = this.server.backup();
    const often = (chance: number) => () => this.#troubled && this.random() < chance;
    this.faults = {
      loseRequest: often(0.12),
      loseAnswer: often(0.12),
      repeatRequest: often(0.05),
      breakStream: often(0.08),
      delay_ms: () => Math.floor(this.random() * 40),
    };
    this.desks = [ana, ben, vera].map((person) => new Desk(person, this));
    for (const desk of this.desks) desk.openTab();
  }

  /** Everything that can go wrong does; then nothing more, and all is checked. Throws what does not hold. */
  async play(): Promise<void> {
    const restore = timersOfTabs();
    try {
      for (let step = 0; step < steps; step++) {
        this.#step();
        // Now and then long enough for a leader to be missed.
        await this.#time.pass(Math.floor(this.random() * (this.random() < 0.05 ? 10_000 : 60)));
        this.#checkScreens();
      }
      await this.#calm();
      this.#checkEnd();
    } finally {
      for (const { tabs } of this.desks) for (const { life, store } of tabs) life.run(() => store.close());
      restore();
    }
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  #step(): void {
    const desk = this.#pick(this.desks);
    const tab = this.#pick(desk.tabs);
    const chance = this.random() * 100;
    const [what, , happens] = this.#misfortunes.find(([, upTo]) => chance < upTo) ?? this.#everyday;
    const detail = happens(desk, tab) ?? '';
    this.#trace.push(`${Date.now()} ${desk.person.name}, tab ${tab.number}: ${what} ${detail}`);
  }

  /** What a step can be, below which of a hundred, and what it does. */
  readonly #misfortunes: Step[] = [
    ['another tab', 6, (desk) => (desk.tabs.length < tabsMax ? desk.openTab().number : 'too many')],
    ['closes', 8, (desk, tab) => this.#leave(desk, tab, () => this.#close(tab))],
    ['crashes', 10, (desk, tab) => this.#leave(desk, tab, () => tab.life.kill())],
    ['hangs', 13, (_, { life }) => life.freeze()],
    ['wakes up', 17, (_, { life }) => life.thaw()],
    ['the server crashes', 20, () => this.#cutOff(() => this.server.crash())],
    ['a backup', 22, () => this.#backUp()],
    ['the backup is restored', 23, () => this.#restore()],
    ['streams break', 27, (_, { network }) => network.breakStreams()],
  ];
  readonly #everyday: Step = [
    'acts',
    0,
    (desk, tab) => (tab.life.isAwake ? tab.life.run(() => this.#act(desk, tab)) : 'hangs'),
  ];

  #act(desk: Desk, tab: OpenTab): string {
    const { store } = tab;
    const text = `t${this.#words++}`;
    const id = this.#ids.length > 0 ? this.#pick(this.#ids) : null;
    if (desk.person === vera) {
      if (!store.me.value) return 'not yet';
      if (this.#ids.length < 3) this.#ids.push(store.startConversation(text));
      else {
        const refused = store.press(id ?? '', 'send_message', { text });
        if (refused !== null) return refused;
      }
      desk.say(tab, text);
      return text;
    }
    if (id === null) return 'nothing there';
    store.conversation(id);
    const button = this.#pick(buttons);
    const refused = store.press(id, button, { text, confirmed: ['reply_owed'] });
    if (refused === null && written.has(button)) desk.say(tab, text);
    return `${button} in ${this.#ids.indexOf(id)} ${text}: ${refused ?? 'asked'}`;
  }

  #leave(desk: Desk, tab: OpenTab, leave: () => void): void {
    desk.tabs.splice(desk.tabs.indexOf(tab), 1);
    leave();
    if (desk.tabs.length === 0) desk.openTab();
  }

  #close({ life, store }: OpenTab): void {
    life.happen(() => void store.settled().then(() => store.close()));
  }

  #cutOff(act: () => void): void {
    act();
    for (const { tabs } of this.desks) for (const { network } of tabs) network.breakStreams();
  }

  #backUp(): void {
    this.#backup = this.server.backup();
  }

  #restore(): void {
    const before = textsOf(this.server);
    this.#cutOff(() => this.server.restore(`after ${this.#words}`, this.#backup));
    this.#backup = this.server.backup();
    const now = new Set(textsOf(this.server));
    for (const text of before) if (!now.has(text)) this.forgotten.add(text);
  }

  async #calm(): Promise<void> {
    this.#troubled = false;
    for (const { tabs } of this.desks)
      for (const { life, store } of tabs) {
        life.thaw();
        life.run(() => this.#ids.map((id) => store.conversation(id)));
      }
    await this.#time.pass(60_000);
    // And whoever starts anew finds what was kept.
    for (const desk of this.desks) {
      const { life, store } = desk.openTab();
      life.run(() => this.#ids.map((id) => store.conversation(id)));
    }
    await this.#time.pass(10_000);
  }

  /** At no moment does anybody see anything twice. */
  #checkScreens(): void {
    for (const { tabs, person } of this.desks)
      for (const { store, life } of tabs)
        for (const id of life.isDead ? [] : this.#ids) {
          const seen = shownIn(store, id);
          if (new Set(seen).size !== seen.length)
            this.#fail(`${person.name} sees ${seen.join(' ')} in ${JSON.stringify(store.conversation(id).peek())}`);
        }
  }

  #checkEnd(): void {
    const { server } = this;
    if (new Set(server.ran).size !== server.ran.length) this.#fail('a command ran twice');
    if (server.divergences.length > 0) this.#fail(`states differ: ${JSON.stringify(server.divergences[0])}`);
    const logged = textsOf(server);
    if (new Set(logged).size !== logged.length) this.#fail(`logged twice: ${logged.join(' ')}`);
    for (const desk of this.desks) {
      for (const tab of desk.tabs) this.#checkTab(desk, tab);
      for (const text of desk.said) {
        const places = [...logged, ...cardsOf(desk)].filter((one) => one === text).length;
        const mayMiss = desk.perhaps.has(text) || this.forgotten.has(text);
        if (places > 1 || (places === 0 && !mayMiss)) this.#fail(`${desk.person.name}: ${text} is in ${places} places`);
      }
    }
  }

  #checkTab({ person }: Desk, { store, number }: OpenTab): void {
    const name = `${person.name}, tab ${number},`;
    if (store.keeping.value !== 'kept') this.#fail(`${name} keeps nothing`);
    if (store.pending.value.length > 0) this.#fail(`${name} still has ${JSON.stringify(store.pending.value)}`);
    if (store.connection.value.state !== 'live') this.#fail(`${name} is ${store.connection.value.state}`);
    for (const id of this.#ids) {
      const theirs = this.server.state(id);
      const state = store.conversation(id).value;
      if (theirs.phase.type === 'absent' && state.status !== 'ready') continue;
      if (state.status !== 'ready') this.#fail(`${name}: ${id} is ${state.status}`);
      const { version: _, ...ours } = state.row.state;
      const { version: __, ...wanted } = theirs;
      const same = person === vera ? ours.phase.type === wanted.phase.type : isDeepStrictEqual(ours, wanted);
      if (!same) this.#fail(`${name} sees ${id} as ${JSON.stringify(ours)} and not ${JSON.stringify(wanted)}`);
    }
  }

  #fail(what: string): never {
    throw new Error(`seed ${this.seed}: ${what}\n${this.#trace.join('\n')}`);
  }
}

const textsOf = (server: FakeServer): string[] =>
  server.log.flatMap(({ event: { fact } }) => ('text' in fact ? [fact.text] : []));

function shownIn(store: Store, id: string): string[] {
  const state = store.conversation(id).peek();
  if (state.status !== 'ready') return [];
  return state.transcript.flatMap(({ event: { fact } }) => ('text' in fact ? [fact.text] : []));
}

/** All tabs show the same cards; one of them is asked. */
function cardsOf({ tabs }: Desk): string[] {
  const cards = tabs[0]?.store.refused.peek() ?? [];
  return cards.flatMap(({ commands }) => commands.flatMap((command) => ('text' in command ? [command.text] : [])));
}
