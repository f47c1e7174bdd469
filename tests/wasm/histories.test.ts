// The histories that the native core has decided (tests/server/golden_histories_test.cpp), decided again as wasm.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '@web/rules/rules.ts';
import type {
  Actor,
  Availability,
  Command,
  Confirmation,
  Conversation,
  Event,
  Policy,
  Rejection,
  Status,
} from '@web/rules/types.gen.ts';
import { expect, it } from 'vitest';

interface Setting {
  policy: Policy;
  colleagues: Actor[];
}
interface Step {
  at: number;
  actor: Actor;
  seen: number;
  confirmed: Confirmation[];
  steps: Command[];
  decision: { events: Event[] } | { rejection: Rejection };
  state: Conversation;
  digest: number;
  status: Status;
  available: Availability[];
}

const wasm = process.env.WRAPUP_WASM ?? join(import.meta.dirname, '../../build/wasm');
const rules = await loadRules(readFileSync(join(wasm, 'wrapup.wasm')));
const lines: (Setting | Step)[] = readFileSync(join(import.meta.dirname, '../golden/histories.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

it('decides, applies and offers the same as the native core, step by step', () => {
  let setting: Setting | undefined;
  let state = rules.initial();
  let steps = 0;
  for (const line of lines) {
    if ('policy' in line) {
      setting = line;
      state = rules.initial();
      continue;
    }
    if (!setting) throw new Error('a history begins with its setting');
    const now = { ...setting, at: line.at };
    const { actor, seen, confirmed, steps: commands } = line;
    const decision = rules.decide(state, { actor, seen, confirmed, steps: commands }, now);
    expect(decision).toEqual(line.decision);
    if ('events' in decision) state = decision.events.reduce((s, event) => rules.evolve(s, event), state);
    expect(state).toEqual(line.state);
    expect(rules.digest(state)).toBe(line.digest);
    expect(rules.status(state)).toBe(line.status);
    expect(rules.available(state, actor, now)).toEqual(line.available);
    steps += 1;
  }
  expect(steps).toBe(240);
});

it('is loud about what the rules do not know', () => {
  const setting = { policy: (lines[0] as Setting).policy, colleagues: [], at: 1 };
  const actor = (lines[1] as Step).actor;
  const request = { actor, seen: 0, confirmed: [], steps: [{ type: 'fly' } as unknown as Command] };
  expect(() => rules.decide(rules.initial(), request, setting)).toThrow(/fly/);
  expect(() => rules.evolve({ ...rules.initial(), channel: 'fax' } as unknown as Conversation, {} as Event)).toThrow();
});
