// Where the few lines of an axis stand.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Half of an axis of times. */
const spans = [
  ...[0.5, 1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 3, 7, 14, 30, 60, 180, 365].map((n) => n * day),
];

/** Half of an axis that a value as large as this fits on. */
export type Half = (most: number) => number;

export const halfOfSpans: Half = (most) => spans.find((half) => 2 * half >= most) ?? Math.ceil(most / 2 / day) * day;

export const halfOfCounts: Half = (most) => {
  for (let power = 1; ; power *= 10)
    for (const step of power === 1 ? [1, 2, 3, 5] : [1, 1.5, 2, 3, 5])
      if (2 * step * power >= most) return step * power;
};

export const largest = (values: readonly (number | null)[]) =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
