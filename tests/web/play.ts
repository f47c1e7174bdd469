// One world of the simulation, in time and chance that its seed decides.
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { World } from './simulation';

type Make = new (seed: number, time: { pass(ms: number): Promise<unknown> }) => World;

/** Throws what does not hold. Timers have to be fake. */
export async function play(Simulated: Make, seed: number, prepare: (world: World) => void = () => {}): Promise<void> {
  vi.setSystemTime(0);
  const world = new Simulated(seed, { pass: (ms) => vi.advanceTimersByTimeAsync(ms) });
  vi.spyOn(Math, 'random').mockImplementation(world.random);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const bytes = array as unknown as Uint8Array;
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(world.random() * 256);
    return array;
  });
  prepare(world);
  try {
    await world.play();
  } finally {
    // Nothing of one world reaches the next.
    vi.clearAllTimers();
    vi.restoreAllMocks();
    globalThis.indexedDB = new IDBFactory();
  }
}
