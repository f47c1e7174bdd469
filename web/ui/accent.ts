// The one accent of a page, in a colour that somebody chose: see tokens.css.
import { contrast, contrast_min, hoverOf, mix, wordsOn } from './contrast';

export interface Accent {
  fill: string;
  hover: string;
  /** Words and signs on the fill. */
  on: string;
  /** Behind what is marked. */
  tint: string;
  /** Words and lines on the surface and on the tint. */
  text: string;
}

/** `--surface`, light and dark. */
export const surfaces = { light: '#ffffff', dark: '#18181c' } as const;

export type Shade = keyof typeof surfaces;

const tintPart: Record<Shade, number> = { light: 0.1, dark: 0.25 };
const steps = 20;

export const isColour = (text: unknown): text is string => typeof text === 'string' && /^#[\da-f]{6}$/.test(text);

export function accentOf(colour: string, shade: Shade): Accent {
  const surface = surfaces[shade];
  const on = wordsOn(colour);
  const tint = mix(surface, colour, tintPart[shade]);
  return { fill: colour, hover: hoverOf(colour), on, tint, text: readableOn([surface, tint], colour) };
}

/** The colour, as much darker or lighter as it takes to be read on each of these, which are all light or all dark. */
export function readableOn(grounds: readonly string[], colour: string): string {
  const end = wordsOn(grounds[0] ?? '#ffffff');
  for (let step = 0; step < steps; step += 1) {
    const shade = mix(colour, end, step / steps);
    if (grounds.every((ground) => contrast(shade, ground) >= contrast_min)) return shade;
  }
  return end;
}

/** `--accent-fill`, light and dark: the accent where nobody chose one. */
export const ownFill: Record<Shade, string> = { light: '#4346c4', dark: '#5b5ee6' };
