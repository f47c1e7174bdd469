// Asks every build of the rules the same random cases, and finds the first that they do not agree on to the byte.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadCustomerRules } from '@web/rules/customer.ts';
import {
  type Actor,
  type ButtonId,
  type Command,
  type Confirmation,
  type Conversation,
  type CustomerRules,
  loadRules,
  type Payload,
  type Policy,
  type Rules,
} from '@web/rules/rules.ts';

const build = join(import.meta.dirname, '../../build');
const wasm = process.env.WRAPUP_WASM ?? join(build, 'wasm');

/** The native programs, as tests/differential/CMakeLists.txt builds them. */
export const natives = (
  process.env.WRAPUP_NATIVE ?? `${join(build, 'differential/gcc')}:${join(build, 'differential/clang')}`
).split(':');

export const casesPerBlock = 1000;

/** Blocks of cases: `first` is the number of one, `count` how many. */
export interface Blocks {
  seed: string;
  first: number;
  count: number;
}

// As in cases.hpp. The members of a result stand in the order in which they are written.
interface Circumstances {
  policy: Policy;
  colleagues: Actor[];
  actors: Actor[];
}
interface Case {
  state: Conversation;
  who: number;
  seen: number;
  confirmed: Confirmation[];
  steps: Command[];
  pressed: { button: ButtonId; payload: Payload } | null;
  at: number;
}

/** The lines that a native program prints. Not by readline, for which U+2028 ends a line. */
async function* lines(program: string, what: string, { seed, first, count }: Blocks): AsyncGenerator<string> {
  const child = spawn(program, [what, seed, String(first), String(count)]);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  let rest = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    const whole = (rest + text).split('\n');
    rest = whole.pop() ?? '';
    yield* whole;
  }
  const end = await ended;
  if (end !== 0) throw new Error(`${program} ended with ${end}: ${errors.slice(0, 4000)}`);
}

async function all(stream: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of stream) list.push(line);
  return list;
}

function resultOf(rules: Rules, one: Case, { policy, colleagues, actors }: Circumstances): string {
  const actor = actors[one.who];
  if (!actor) throw new Error(`the block has no actor ${one.who}`);
  const { state, seen, confirmed, steps, pressed } = one;
  const setting = { policy, colleagues, at: one.at };
  const decision = rules.decide(state, { actor, seen, confirmed, steps }, setting);
  const after = 'events' in decision ? decision.events.reduce((s, event) => rules.evolve(s, event), state) : state;
  return JSON.stringify({
    decision,
    after,
    digest: rules.digest(after),
    status: rules.status(after),
    due: rules.due(after, actor, setting),
    unread: rules.unread(after, actor, setting),
    available: rules.available(after, actor, setting),
    pressed: pressed ? rules.commandsOf(pressed.button, actor, pressed.payload) : [],
  });
}

/** What customers can ask for, and what they are never told: the rest is for the rules for customers alone, too. */
const customersCommands: ReadonlySet<string> = new Set(['start', 'receive', 'end', 'reopen', 'mark_read', 'rate']);
const customersButtons: ReadonlySet<string> = new Set(['send_message', 'end_chat', 'rate', 'reopen_chat']);
const neverTold: ReadonlySet<string> = new Set([
  'note_added',
  'marked_no_reply_needed',
  'snoozed',
  'woken',
  'topics_set',
  'customer_left',
  'customer_returned',
]);

/** What the rules for customers alone say otherwise than all the rules do; null: nothing, as far as they may be asked. */
function differenceForCustomers(alone: CustomerRules, all: Rules, one: Case, under: Circumstances): string | null {
  const both = { ...all, ...alone };
  const { state, pressed } = one;
  const actor = under.actors[one.who];
  if (actor?.role !== 'customer') {
    const setting = { ...under, at: one.at };
    const decision = actor && all.decide(state, { ...one, actor }, setting);
    const events = decision && 'events' in decision ? decision.events : [];
    const told = events.filter(({ fact }) => !neverTold.has(fact.type));
    const after = (rules: CustomerRules) => JSON.stringify(told.reduce((s, event) => rules.evolve(s, event), state));
    return after(alone) === after(all) ? null : after(alone);
  }
  const asked: Case = {
    ...one,
    steps: one.steps.filter(({ type }) => customersCommands.has(type)),
    pressed: pressed && customersButtons.has(pressed.button) ? pressed : null,
  };
  const said = resultOf(both, asked, under);
  return said === resultOf(all, asked, under) ? null : said;
}

/** What the shipped artefacts say to the cases that a native program has made up. */
async function* resultsOfWasm(program: string, blocks: Blocks): AsyncGenerator<string> {
  const rules = await loadRules(readFileSync(join(wasm, 'wrapup.wasm')));
  const customerRules = await loadCustomerRules(readFileSync(join(wasm, 'customer.wasm')));
  let under: Circumstances | null = null;
  for await (const line of lines(program, 'cases', blocks)) {
    const read: Circumstances | Case = JSON.parse(line);
    if ('policy' in read) under = read;
    else if (under) yield differenceForCustomers(customerRules, rules, read, under) ?? resultOf(rules, read, under);
    else throw new Error('a block begins with its circumstances');
  }
}

/** As in digest.hpp. */
function digest(results: readonly string[]): string {
  let first = 0x811c9dc5;
  let second = 0x811c9dc5;
  for (const byte of Buffer.from(`${results.join('\n')}\n`)) {
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte, 0x85ebca6b);
  }
  return `${first >>> 0}.${second >>> 0}`;
}

async function digestsOfWasm(program: string, blocks: Blocks): Promise<string[]> {
  const digests: string[] = [];
  let block: string[] = [];
  for await (const result of resultsOfWasm(program, blocks)) {
    if (block.push(result) < casesPerBlock) continue;
    digests.push(digest(block));
    block = [];
  }
  return digests;
}

// One program after the other: wasm takes as long as all of them, and a small machine has no more cores.
async function digestsOfNatives(blocks: Blocks): Promise<string[][]> {
  const digests: string[][] = [];
  for (const program of natives) digests.push(await all(lines(program, 'digests', blocks)));
  return digests;
}

/** The first case of this block that not everybody says the same to, in words. */
async function differenceIn(block: Blocks): Promise<string> {
  const [maker = ''] = natives;
  const cases = (await all(lines(maker, 'cases', block))).slice(1);
  const answers = new Map<string, string[]>();
  for (const program of natives) answers.set(basename(program), await all(lines(program, 'results', block)));
  answers.set('wasm', await all(resultsOfWasm(maker, block)));
  const where = cases.findIndex((_, i) => new Set([...answers.values()].map((results) => results[i])).size > 1);
  const said = [...answers].map(([who, results]) => `${who}:\n${results[where]}`);
  return [`Seed ${block.seed}, block ${block.first}, case ${where} differs:`, cases[where], ...said].join('\n');
}

/** How many cases all builds were asked, and the first that they do not agree on; null: they always do. */
export async function compare(blocks: Blocks): Promise<{ cases: number; difference: string | null }> {
  const [maker = ''] = natives;
  const [ofWasm, ofNatives] = await Promise.all([digestsOfWasm(maker, blocks), digestsOfNatives(blocks)]);
  if (ofNatives.some((digests) => digests.length !== ofWasm.length))
    throw new Error('not everybody answered all cases');
  const where = ofWasm.findIndex((expected, i) => ofNatives.some((digests) => digests[i] !== expected));
  return {
    cases: ofWasm.length * casesPerBlock,
    difference: where < 0 ? null : await differenceIn({ ...blocks, first: blocks.first + where, count: 1 }),
  };
}
