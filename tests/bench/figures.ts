// What is measured, and whether it is good enough.

export type Unit = 'x' | '%' | 'ms' | 's' | '/s' | 'kB' | 'MB' | 'threads' | 'points';

/** One thing that a row has found. */
export interface Finding {
  what: string;
  value: number;
  unit: Unit;
  bound: { atMost: number } | { atLeast: number };
  /** What it was worked out from, for people. */
  from: string;
}

export interface Figure extends Finding {
  row: string;
  verdict: 'ok' | 'MISS';
}

export const atMost = (what: string, value: number, unit: Unit, limit: number, from = ''): Finding => ({
  what,
  value,
  unit,
  bound: { atMost: limit },
  from,
});
export const atLeast = (what: string, value: number, unit: Unit, limit: number, from = ''): Finding => ({
  what,
  value,
  unit,
  bound: { atLeast: limit },
  from,
});

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
function ratio(ours: number[], reference: number[]): number {
  return median(ours.map((value, round) => value / (reference[round] ?? Number.NaN)));
}

const medians = (unit: Unit, ours: number[], reference: number[]) =>
  `${words(median(ours), unit)} of ${words(median(reference), unit)}`;

/** Rates of rounds, which must be at least so many percent of those of the reference. */
export function rateOf(reference: string, ours: number[], others: number[], percent: number): Finding {
  return atLeast(`of ${reference}`, ratio(ours, others) * 100, '%', percent, medians('/s', ours, others));
}

/** Milliseconds of rounds, which must be at most so many times those of the reference. */
export function timesOf(reference: string, ours: number[], others: number[], times: number): Finding {
  return atMost(`to ${reference}`, ratio(ours, others), 'x', times, medians('ms', ours, others));
}

const digits: Record<Unit, number> = { x: 2, '%': 1, ms: 2, s: 2, '/s': 0, kB: 1, MB: 1, threads: 0, points: 1 };

export const count = (n: number) => n.toLocaleString('en');

export function words(value: number, unit: Unit): string {
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits[unit],
    maximumFractionDigits: digits[unit],
  });
  return unit === '/s' ? `${number}/s` : `${number} ${unit}`;
}

function boundWords({ bound, unit }: Finding): string {
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
  const padded = (cell: string, column: number) =>
    column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return cells.map((line) => line.map(padded).join('  ').trimEnd());
}
