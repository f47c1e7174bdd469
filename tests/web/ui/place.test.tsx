// @vitest-environment happy-dom

import { standing } from '@web/dashboard/places';
import type { Availability } from '@web/rules/types.gen';
import { settle_ms } from '@web/ui/settle';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { button, desk, press } from './mount';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const row = (id: Availability['button'], rejection: Availability['rejection']): Availability => ({
  place: 'ownership',
  button: id,
  rejection,
  asks: null,
  warns: null,
});

test('in a single place stands the first button that is enabled, else the first', () => {
  const [claim, release] = [row('claim', 'owned_by'), row('release', null)];
  expect(standing([claim, release], 'ownership')).toBe(release);
  expect(standing([claim, row('release', 'not_owner')], 'ownership')).toBe(claim);
  expect(standing([claim, release], 'footer')).toBeNull();
});

test('a button whose label has just changed ignores presses for 400 ms', async () => {
  const { open, store } = desk();
  await open('unassigned');
  await press('Claim');
  expect(store.pressed.map((each) => each.button)).toEqual(['claim']);

  await press('Unclaim');
  await act(() => void vi.advanceTimersByTime(settle_ms - 1));
  await press('Unclaim');
  expect(store.pressed).toHaveLength(1);

  await act(() => void vi.advanceTimersByTime(1));
  await press('Unclaim');
  expect(store.pressed.map((each) => each.button)).toEqual(['claim', 'release']);
});

test('what takes the composer’s place after closing is guarded in the same way', async () => {
  const { open, store } = desk();
  await open('answered');
  await press('End Chat and Close');
  expect(document.body.textContent).toContain('This conversation has been closed.');
  await press('Reopen');
  expect(store.pressed.map((each) => each.button)).toEqual(['end_and_close']);
  await act(() => void vi.advanceTimersByTime(settle_ms));
  await press('Reopen');
  expect(store.pressed.map((each) => each.button)).toEqual(['end_and_close', 'reopen']);
});

test('a disabled place names the owner', async () => {
  const { open } = desk();
  await open('others');
  const described = button('End Chat and Close').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toContain('Ben Okafor');
});
