// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { exactly } from '@web/ui/now';
import { deskOf } from '@web/widget/desk';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const asked: string[] = [];
let told: object = {};

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return Response.json({ changes_at: null, now: Date.now(), ...told });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a site is asked for what it says of itself only while somebody looks, and by its own clock', async () => {
  const shown = signal(false);
  const day_ms = 24 * 60 * 60_000;
  told = { name: 'Birch & Bow', now: Date.now() + day_ms };
  const desk = deskOf('shop', shown);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toEqual([]);
  shown.value = true;
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual(['/api/v1/widget?site=shop']);
  expect(desk.value?.name).toBe('Birch & Bow');
  expect(exactly() - Date.now()).toBeGreaterThan(day_ms - 180_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
  shown.value = false;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(2);
});

it('the moment at which the office opens or closes is not missed', async () => {
  told = { changes_at: Date.now() + 5_000 };
  deskOf('shop', signal(true));
  await vi.advanceTimersByTimeAsync(4_900);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveLength(2);
});
