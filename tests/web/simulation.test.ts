import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { play } from './play';
import { World } from './simulation';

const first = Number(process.env.WRAPUP_SEED ?? 1);
const seeds = Number(process.env.WRAPUP_SEEDS ?? 1000);
/** Those that have found something once. */
const kept = [
  83, 399, 534, 608, 728, 755, 1495, 1910, 1982, 2016, 2039, 2380, 2691, 4340, 100306, 102004, 102981, 105517, 108881,
];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('over a bad network, in tabs that hang and crash', () => {
  it(`what was asked for takes place once, or comes back as a card (${seeds} seeds)`, async () => {
    let played = 0;
    for (let seed = first; seed < first + seeds; seed++, played++) await play(World, seed);
    expect(played).toBe(seeds);
  }, 3_600_000);

  it.each(kept)('and with seed %i, too', async (seed) => {
    await expect(play(World, seed)).resolves.toBeUndefined();
  });
});
