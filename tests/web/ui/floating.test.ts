import { placeBeside } from '@web/ui/floating';
import { expect, test } from 'vitest';

const view = { width: 400, height: 300 };
const size = { width: 100, height: 50 };

test('it goes to the wanted side, to the other where there is no room, and never out of the view', () => {
  const middle = { left: 100, top: 100, width: 60, height: 20 };
  expect(placeBeside(middle, size, view, 'below', 'start')).toEqual({ left: 100, top: 126 });
  expect(placeBeside(middle, size, view, 'above', 'end')).toEqual({ left: 60, top: 44 });
  expect(placeBeside({ ...middle, top: 270 }, size, view, 'below', 'center')).toEqual({ left: 80, top: 214 });
  expect(placeBeside({ ...middle, left: 380 }, size, view, 'below', 'start').left).toBe(292);
});
