// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { queueOf } from '@web/widget/queue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('the queue is asked for every ten seconds, and only while somebody waits in it and looks', async () => {
  const waiting = signal<string | null>(null);
  const asked: string[] = [];
  const ahead = queueOf(waiting, async (conversation) => {
    asked.push(conversation);
    return 3 - asked.length;
  });
  await vi.advanceTimersByTimeAsync(30_000);
  expect([asked.length, ahead.value]).toEqual([0, null]);
  waiting.value = 'one';
  await vi.advanceTimersByTimeAsync(0);
  expect([asked.length, ahead.value]).toEqual([1, 2]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([asked.length, ahead.value]).toEqual([3, 0]);
  waiting.value = null;
  expect(ahead.value).toBeNull();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked.length).toBe(3);
});
