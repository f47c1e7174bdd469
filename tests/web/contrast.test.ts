// Whatever colour a site chooses, what stands on it and what is written in it can be read.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { accentOf, isColour, ownFill, readableOn, surfaces } from '@web/ui/accent';
import { contrast, contrast_min, hoverOf, mix, wordsOn } from '@web/ui/contrast';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

const colours = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const shades = ['light', 'dark'] as const;

describe('how colours contrast', () => {
  it('is as WCAG reckons it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ff0000', '#0000ff')).toBeCloseTo(2.15, 2);
    expect(contrast('#4346c4', '#4346c4')).toBe(1);
    expect(mix('#000000', '#ff8040', 0.5)).toBe('#804020');
  });

  it('is enough for the words on any colour, also below the pointer', () => {
    assert(
      property(colours, (fill) => {
        expect(contrast(wordsOn(fill), fill)).toBeGreaterThanOrEqual(contrast_min);
        expect(contrast(wordsOn(fill), hoverOf(fill))).toBeGreaterThanOrEqual(contrast_min);
      }),
      { numRuns: 2000 },
    );
  });

  it('is enough for words in any colour, on the surface and on what is marked, light and dark', () => {
    assert(
      property(colours, (colour) => {
        for (const shade of shades) {
          const { fill, text, tint } = accentOf(colour, shade);
          expect(fill).toBe(colour);
          expect(isColour(text)).toBe(true);
          for (const ground of [surfaces[shade], tint])
            expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(contrast_min);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('changes a colour only where it has to, and by little', () => {
    expect(readableOn(['#ffffff'], '#0a5c44')).toBe('#0a5c44');
    expect(readableOn(['#ffffff'], '#ffff00')).toMatch(/^#([4-9]\w)\1\w\w$/);
    expect(wordsOn('#4346c4')).toBe('#ffffff');
    expect(wordsOn('#ffd400')).toBe('#000000');
  });
});

it('the colours that are reckoned with are those of the pages', () => {
  const css = readFileSync(resolve(import.meta.dirname, '../../web/ui/tokens.css'), 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  for (const [shade, declared] of [['light', light] as const, ['dark', dark] as const]) {
    expect(declared).toContain(`--surface: ${surfaces[shade]};`);
    expect(declared).toContain(`--accent-fill: ${ownFill[shade]};`);
  }
});

it('only #rrggbb is a colour', () => {
  for (const no of ['', 'red', '#fff', '#0A7D5C', '#0a7d5c;', 7, null, undefined, '#0a7d5c\n'])
    expect(isColour(no)).toBe(false);
  expect(isColour('#0a7d5c')).toBe(true);
});
