// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { area, desk, press } from './mount';

const dialog = () => document.querySelector('dialog');

async function asked() {
  const opened = desk();
  await opened.open('mine');
  await press('End Chat and Close');
  expect(dialog()?.open).toBe(true);
  expect(opened.store.pressed).toEqual([]);
  return opened.store;
}

test('close anyway: the same button, confirmed', async () => {
  const store = await asked();
  await press('Close anyway');
  expect(store.pressed.map((each) => each.button)).toEqual(['end_and_close']);
  expect(dialog()).toBeNull();
});

test('no reply needed: that first, then the same button', async () => {
  const store = await asked();
  await press('No reply needed');
  expect(store.pressed.map((each) => each.button)).toEqual(['no_reply_needed', 'end_and_close']);
});

test('write a reply: nothing but the focus', async () => {
  const store = await asked();
  await press('Write a reply');
  expect(store.pressed).toEqual([]);
  expect(dialog()).toBeNull();
  expect(document.activeElement).toBe(area());
});
