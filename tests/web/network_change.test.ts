// What is told when a browser loses its network.
import { whenNetworkChanges } from '@web/sync/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const page = new EventTarget();
const browser = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', page);
  vi.stubGlobal('navigator', browser);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function changes(onLine: boolean): void {
  browser.onLine = onLine;
  page.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
}

it('a loss of the network is told at once and again when it has come into force, unless it is over by then', () => {
  let told = 0;
  whenNetworkChanges(() => {
    told += 1;
  });
  changes(false);
  expect(told).toBe(1);
  vi.runAllTimers();
  expect(told).toBe(2);
  changes(true);
  vi.runAllTimers();
  expect(told).toBe(3);
  changes(false);
  changes(true);
  expect(told).toBe(5);
  vi.runAllTimers();
  expect(told).toBe(5);
});
