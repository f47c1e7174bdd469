// How well one colour stands out from another, as WCAG 2 reckons it. Colours are "#rrggbb".
const white = '#ffffff';
const black = '#000000';

/** For words. */
export const contrast_min = 4.5;

const channelsOf = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `part` of the way from one to the other, between 0 and 1. */
export function mix(from: string, to: string, part: number): string {
  const ends = channelsOf(to);
  const mixed = channelsOf(from).map((value, at) => Math.round(value + ((ends[at] ?? 0) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, for one and the same, to 21. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(one / other, other / one);
}

/** The lightest that white can be read on. */
const darkEnough = 1.05 / contrast_min - 0.05;

/** White or black: one of them can be read on any colour. */
export const wordsOn = (fill: string): string => (luminance(fill) <= darkEnough ? white : black);

/** Away from the words on it, so that they can be read as well. */
export const hoverOf = (fill: string): string => mix(fill, wordsOn(fill) === white ? black : white, 0.12);
