import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../web/ui/tokens.css'), 'utf8');

/** What stands between the braces after `selector`, line by line. */
function declarations(selector: string): string[] {
  const start = css.indexOf(`${selector} {`) + selector.length + 2;
  return css
    .slice(start, css.indexOf('}', start))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('--'));
}

test('who chooses dark sees what those see whose system is dark', () => {
  const chosen = declarations(':root[data-theme="dark"]');
  expect(chosen.length).toBeGreaterThan(20);
  expect(chosen).toEqual(declarations(':root:not([data-theme="light"])'));
});
