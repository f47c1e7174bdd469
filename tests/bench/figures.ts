// What is measured, and whether it is good enough.

export type Bound = { atMost: number } | { atLeast: number };

export interface Figure {
  row: string;
  what: string;
  value: number;
  unit: Unit;
  bound: Bound;
  verdict: 'ok' | 'MISS';
  /** What it was worked out from, for people. */
  from: string;
}

export type Unit = 'x' | '%' | 'ms' | 's' | '/s' | 'MB' | 'threads';

/** Of what one row measures; the name of the row is put before it by who runs the rows. */
export type Finding = Omit<Figure, 'row' | 'verdict'>;

export function verdictOn({ value, bound }: Finding): Figure['verdict'] {
  const holds = 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
  return holds ? 'ok' : 'MISS';
}

/** The smallest of the values that at least this part of them does not exceed. */
export function quantile(values: number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
export const median = (values: number[]) => quantile(values, 0.5);

/** The median of what each round of ours was to the round of the reference beside it. */
export function ratio(ours: number[], reference: number[]): number {
  return median(ours.map((value, round) => value / (reference[round] ?? Number.NaN)));
}

const digits: Record<Unit, number> = {
  x: 2,
  '%': 1,
  ms: 2,
  s: 2,
  '/s': 0,
  MB: 1,
  threads: 0,
};

export function words(value: number, unit: Unit): string {
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits[unit],
    maximumFractionDigits: digits[unit],
  });
  return unit === '/s' ? `${number}/s` : `${number} ${unit}`;
}

export function boundWords({ bound, unit }: Finding): string {
  return 'atMost' in bound ? `<= ${words(bound.atMost, unit)}` : `>= ${words(bound.atLeast, unit)}`;
}

/** The lines of a table: what, value, bound, verdict, and what it comes from. */
export function table(figures: Figure[]): string[] {
  const cells = figures.map((figure) => [
    `${figure.row}: ${figure.what}`,
    words(figure.value, figure.unit),
    boundWords(figure),
    figure.verdict,
    figure.from,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
