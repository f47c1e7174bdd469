// A network that cuts, delays and truncates, and a server that is killed, for a minute of chat. When it is over, what
// everybody did stands there once, in the order in which they did it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BadNetwork } from '../support/bad_network';
import { aKeepingVisitor, anAgent, takesOn } from '../support/chats';
import { type Agent, eventually, onceInOrder, type Visitor } from '../support/people';
import { randomFrom } from '../support/random';
import { launchChromium, Server } from '../support/world';

const seed = Number(process.env.WRAPUP_SEED ?? 1);
const work_ms = 60_000;
const kills_ms = [12_000, 28_000, 44_000];

const behind = '127.0.0.2';
let browser: Browser;
let server: Server;
let network: BadNetwork;
let leave: (() => Promise<void>) | undefined;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), Server.start(behind)]);
  network = await BadNetwork.between(server.port, behind, seed);
}, 60_000);
afterAll(async () => {
  await leave?.();
  await browser?.close();
  await network?.close();
  await server?.dispose();
});

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
const numbered = (word: string, n: number) => `${word} ${String(n).padStart(3, '0')}.`;

/** Says something numbered now and then until the time is over; what was said. */
async function talks(say: (n: number) => Promise<string>, random: () => number, until: number): Promise<string[]> {
  const said: string[] = [];
  while (Date.now() < until) {
    said.push(await say(said.length));
    await pause(200 + 1_000 * random());
  }
  return said;
}

async function agentTalks(ana: Agent, random: () => number, until: number): Promise<string[]> {
  const say = async (n: number) => {
    const isNote = random() < 0.3;
    const text = numbered(isNote ? 'Note' : 'Answer', n);
    await (isNote ? ana.notes(text) : ana.replies(text));
    return text;
  };
  return talks(say, random, until);
}

async function visitorTalks(vera: Visitor, random: () => number, until: number): Promise<string[]> {
  const say = async (n: number) => {
    const text = numbered('Question', n);
    await vera.writes(text);
    return text;
  };
  return talks(say, random, until);
}

async function isKilledNowAndThen(since: number): Promise<void> {
  for (const at of kills_ms) {
    await pause(since + at - Date.now());
    await server.stop('SIGKILL');
    await pause(500);
    await server.run();
  }
}

it(`a minute of cut, late and truncated connections and three SIGKILLs loses, doubles and reorders nothing (seed ${seed})`, {
  timeout: 240_000,
}, async () => {
  const [ana, { visitor: vera, leave: away }] = await Promise.all([
    anAgent(browser, server, 'ana'),
    aKeepingVisitor(server),
  ]);
  leave = away;
  const address = await takesOn(ana, vera, 'Shall we begin?');

  const since = Date.now();
  network.calm = false;
  const [mine, hers] = await Promise.all([
    agentTalks(ana, randomFrom(seed + 1), since + work_ms),
    visitorTalks(vera, randomFrom(seed + 2), since + work_ms),
    isKilledNowAndThen(since),
  ]);
  network.calm = true;
  expect(Math.min(...Object.values(network.faults))).toBeGreaterThan(0);
  expect(Math.min(mine.length, hers.length)).toBeGreaterThan(20);

  await ana.hasSentAll(60_000);
  await eventually(async () => expect(await vera.panel.getByText('Sending…').count()).toBe(0), 60_000);
  expect(await ana.page.getByText('not done').count()).toBe(0);
  expect(await vera.panel.getByText('Not delivered').count()).toBe(0);

  const ben = await anAgent(browser, server, 'ben');
  await ben.page.goto(address);
  for (const agent of [ben, ana])
    await eventually(async () => {
      const shown = await agent.transcript.textContent();
      onceInOrder(shown, mine);
      onceInOrder(shown, hers);
    }, 60_000);
  await eventually(async () => {
    const shown = await vera.transcript.textContent();
    onceInOrder(
      shown,
      mine.filter((text) => text.startsWith('Answer')),
    );
    onceInOrder(shown, hers);
    expect(shown).not.toContain('Note');
  }, 60_000);
});
