// @vitest-environment happy-dom
import type { Refused } from '@web/sync/store';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { area, desk, press } from './mount';

const refused = (code: Refused['code'], ...commands: Refused['commands']) => ({
  id: 'seven',
  code,
  commands,
  detail: null,
  verdict: 'final' as const,
});

test('who claims second is told who was first, where the button is', async () => {
  const { open, store } = desk();
  await open('others');
  await act(() => store.refuse('others', refused('owned_by', { type: 'claim' })));
  const notices = document.querySelector('.notices');
  expect(notices?.getAttribute('role')).toBe('status');
  expect(notices?.textContent).toBe('Ben Okafor claimed this conversation first.');
  await press('Dismiss');
  expect(notices?.textContent).toBe('');
});

test('a reply that met a closed conversation can be sent after reopening it', async () => {
  const { open, store } = desk();
  await open('closed');
  await act(() => store.refuse('closed', refused('closed', { type: 'reply', text: 'And there is cake.' })));
  await press('Reopen and send');
  expect(store.pressed).toEqual([
    { conversation: 'closed', button: 'reopen', text: '' },
    { conversation: 'closed', button: 'send', text: 'And there is cake.' },
  ]);
  expect(document.querySelector('.refusal')).toBeNull();
});

test('a reply that met another owner can be kept as a note, and not sent', async () => {
  const { open, store } = desk();
  await open('others');
  await act(() => store.refuse('others', refused('not_owner', { type: 'reply', text: 'Mine!' })));
  const steps = [...document.querySelectorAll('.refusal button')].map((each) => each.textContent);
  expect(steps).toEqual(['Keep as note', 'Discard']);
  await press('Keep as note');
  expect(store.pressed).toEqual([{ conversation: 'others', button: 'add_note', text: 'Mine!' }]);
});

test('what would have closed over an unseen message comes back into the composer, behind what is there', async () => {
  const { open, store } = desk();
  store.drafts.write('mine', 'reply', 'Half a thought');
  await open('mine');
  const commands: Refused['commands'] = [
    { type: 'reply', text: 'Bye!' },
    { type: 'end', if_active: true },
    { type: 'close' },
  ];
  await act(() => store.refuse('mine', refused('unseen_message', ...commands)));
  expect(area().value).toBe('Half a thought\n\nBye!');
  expect(document.querySelector('.refusal')).toBeNull();
  expect(document.querySelector('.notices')?.textContent).toContain('Your reply was not sent.');
});
