// The five rules of the protocol, each left out on purpose: the simulation has to notice, or it is blind.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeServer } from './fake_server';
import { play } from './play';

/** So many worlds may go by before it is noticed. */
const seedsMax = 300;

const outbox = '@web/sync/outbox';
const compare = '@web/sync/compare';
const replica = '@web/sync/replica';

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => {
  for (const module of [outbox, compare, replica]) vi.doUnmock(module);
  vi.useRealTimers();
});

/** What goes wrong under the first seed under which something does; null if nothing does. */
async function noticed(breaks: (server: FakeServer) => void = () => {}): Promise<string | null> {
  const { World } = await import('./simulation');
  for (let seed = 1; seed <= seedsMax; seed++) {
    try {
      await play(World, seed, ({ server }) => breaks(server));
    } catch (fault) {
      return (fault as Error).message.split('\n')[0]?.slice(0, 160) ?? '';
    }
  }
  return null;
}

describe('without the rule', () => {
  it('that a gap in the numbers is refused', { timeout: 120_000 }, async () => {
    vi.doMock(outbox, async (original) => {
      const real = await original<typeof import('@web/sync/outbox')>();
      const join: typeof real.join = (entries, others) => {
        const known = new Set(entries.map(({ id }) => id));
        return [...others.filter(({ id }) => !known.has(id)), ...entries];
      };
      const number: typeof real.number = (entries, numbered) =>
        entries.map((entry) => ({ ...entry, number: numbered.get(entry.id) ?? entry.number }));
      return { ...real, join, number };
    });
    const what = await noticed((server) => (server.breaks.gaps = true));
    console.log(what);
    expect(what).not.toBeNull();
  });

  it('that the last command is committed with its effect', { timeout: 120_000 }, async () => {
    const what = await noticed((server) => (server.breaks.lastCommand = true));
    console.log(what);
    expect(what).not.toBeNull();
  });

  it('that nothing leaves the outbox but with its outcome', { timeout: 120_000 }, async () => {
    vi.doMock(outbox, async (original) => {
      const real = await original<typeof import('@web/sync/outbox')>();
      const settle: typeof real.settle = (entries, told) => {
        const settled = real.settle(entries, told);
        const [gone, outbox] = [true, false].map((is) => settled.outbox.filter(({ decided }) => decided === is));
        return { ...settled, outbox: outbox ?? [], answered: [...settled.answered, ...(gone ?? [])], altered: [] };
      };
      return { ...real, settle };
    });
    const what = await noticed();
    console.log(what);
    expect(what).not.toBeNull();
  });

  it('that a write compares the position that it was made for', { timeout: 120_000 }, async () => {
    type Compare = typeof import('@web/sync/compare');
    const furthest: Compare['furthest'] = (_, change) => change.head.position;
    vi.doMock(compare, () => ({ compare: () => 'written', isNews: () => true, furthest }));
    const what = await noticed();
    console.log(what);
    expect(what).not.toBeNull();
  });

  it('that what is pending is replayed after each patch', { timeout: 120_000 }, async () => {
    vi.doMock(replica, async (original) => {
      const real = await original<typeof import('@web/sync/replica')>();
      const before = new WeakMap<object, ReturnType<typeof real.predict>>();
      const predict: typeof real.predict = (rules, row, pending, ...rest) => {
        const last = pending.at(-1);
        const known = last && before.get(last);
        const made = known ?? real.predict(rules, row, pending, ...rest);
        if (last) before.set(last, made);
        return made;
      };
      return { ...real, predict };
    });
    const what = await noticed();
    console.log(what);
    expect(what).not.toBeNull();
  });
});
