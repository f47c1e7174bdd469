import { effect } from '@preact/signals';
import { choice } from '../ui/preference';

export type Theme = 'system' | 'light' | 'dark';

export const theme = choice<Theme>('theme', ['system', 'light', 'dark']);

/** Has the page look as was chosen, now and whenever that changes. */
export function followTheme(): void {
  effect(() => {
    const { value } = theme;
    const { dataset } = document.documentElement;
    if (value === 'system') delete dataset.theme;
    else dataset.theme = value;
  });
}
