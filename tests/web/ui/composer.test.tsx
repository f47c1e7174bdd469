// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { area, button, desk, key, press, write } from './mount';

test('an unowned conversation is claimed before it is answered', async () => {
  const { open, store } = desk();
  await open('unassigned');
  expect(document.querySelector('.composer textarea')).toBeNull();
  expect(document.querySelector('.composer')?.textContent).toContain('Claim this conversation to reply.');
  await press('Claim');
  expect(store.pressed[0]?.button).toBe('claim');
  expect(document.activeElement).toBe(area());
});

test('Ctrl or Cmd with Enter sends what the tab is for; Enter alone does not', async () => {
  const { open, store } = desk();
  await open('mine');
  await write('Keep them.');
  area().focus();
  await key('Enter');
  expect(store.pressed).toEqual([]);
  await key('Enter', { ctrlKey: true });
  await press('Internal note');
  await write('Bent screws.');
  area().focus();
  await key('Enter', { metaKey: true });
  expect(store.pressed).toEqual([
    { conversation: 'mine', button: 'send', text: 'Keep them.' },
    { conversation: 'mine', button: 'add_note', text: 'Bent screws.' },
  ]);
  expect(area().value).toBe('');
});

test('a draft stays with its conversation and its tab', async () => {
  const { open } = desk();
  await open('mine');
  await write('For Maya only');
  await press('Internal note');
  expect(area().value).toBe('');
  await write('About Maya');

  await open('answered');
  expect(area().value).toBe('');
  await press('Internal note');
  expect(area().value).toBe('');

  await open('mine');
  expect(area().value).toBe('For Maya only');
  await press('Internal note');
  expect(area().value).toBe('About Maya');
});

test('nothing cannot be sent, and the button says so', async () => {
  const { open } = desk();
  await open('mine');
  const described = button('Send').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('Write something first.');
});

test('a closed conversation still takes notes', async () => {
  const { open, store } = desk();
  await open('closed');
  await press('Internal note');
  await write('They called again.');
  await press('Add note');
  expect(store.pressed.map((each) => each.button)).toEqual(['add_note']);
});
