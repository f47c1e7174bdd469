// @vitest-environment happy-dom
/** @jsxImportSource preact */
import { SplitButton } from '@web/ui/split_button';
import { expect, test, vi } from 'vitest';
import { button, key, mount, press } from './mount';

const focused = () => document.activeElement?.querySelector('span')?.textContent;

test('the menu of a split button is complete by keyboard', async () => {
  const end = vi.fn();
  const items = [
    { id: 'end', label: 'End Chat', reason: null, onPress: end },
    { id: 'none', label: 'No Reply Needed', reason: 'There is nothing here to answer.', onPress: vi.fn() },
  ];
  await mount(<SplitButton label="Close" onPress={() => {}} menuLabel="More" items={items} />);

  await press('More');
  expect(focused()).toBe('End Chat');
  await key('ArrowDown');
  expect(focused()).toBe('No Reply Needed');
  expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement?.textContent).toContain('There is nothing here to answer.');
  await key('ArrowDown');
  expect(focused()).toBe('End Chat');
  await key('n');
  expect(focused()).toBe('No Reply Needed');
  await key('Escape');
  expect(document.querySelector('[role=menu]')).toBeNull();
  expect(document.activeElement).toBe(button('More'));

  await press('More');
  await press('End Chat');
  expect(end).toHaveBeenCalledOnce();
  expect(document.querySelector('[role=menu]')).toBeNull();
});
