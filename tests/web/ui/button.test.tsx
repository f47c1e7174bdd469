// @vitest-environment happy-dom
/** @jsxImportSource preact */
import { Button } from '@web/ui/button';
import { expect, test, vi } from 'vitest';
import { button, mount, press } from './mount';

test('a disabled button can be focused, says why, and does nothing', async () => {
  const onPress = vi.fn();
  await mount(<Button label="Close" reason="Claim this conversation first." onPress={onPress} />);
  const close = button('Close');
  close.focus();
  expect(document.activeElement).toBe(close);
  expect(close.getAttribute('aria-disabled')).toBe('true');
  const reason = document.getElementById(close.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('Claim this conversation first.');

  await press('Close');
  expect(onPress).not.toHaveBeenCalled();
  expect(reason?.hidden).toBe(false);
});

test('an enabled button is described by nothing, and runs', async () => {
  const onPress = vi.fn();
  await mount(<Button label="Close" onPress={onPress} />);
  expect(button('Close').hasAttribute('aria-disabled')).toBe(false);
  expect(button('Close').hasAttribute('aria-describedby')).toBe(false);
  await press('Close');
  expect(onPress).toHaveBeenCalledOnce();
});
