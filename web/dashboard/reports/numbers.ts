// Numbers and times in the words of the reader's language.
import { locale } from '../../words/language';
import { noonOf } from './period';

const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(locale, { style: 'percent' });
const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const weekday = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

export const average = (number: number) => oneDigit.format(number);
export const share = (part: number, all: number) => percent.format(all === 0 ? 0 : part / all);
export const shortDay = (day: string) => date.format(noonOf(day) ?? 0);
export const longDay = (day: string) => weekday.format(noonOf(day) ?? 0);

/** What can be told of it; of nothing, a dash. */
export const maybe = <Value>(value: Value | null, tell: (value: Value) => string) =>
  value === null ? '–' : tell(value);

type Unit = 'second' | 'minute' | 'hour' | 'day';
const units: readonly (readonly [Unit, number])[] = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1_000],
];
const inUnit = (unit: Unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' });
const formats = { day: inUnit('day'), hour: inUnit('hour'), minute: inUnit('minute'), second: inUnit('second') };

/** How long, in its two largest units: "4m 20s", "2h 10m", "3d". */
export function span(ms: number): string {
  const at = units.findIndex(([, length]) => ms >= length);
  const [unit, length] = units[at] ?? (['second', 1_000] as const);
  const [smaller, part] = units[at + 1] ?? [null, 0];
  const rest = smaller === null ? 0 : Math.floor((ms % length) / part);
  const large = formats[unit].format(Math.floor(ms / length));
  return smaller === null || rest === 0 ? large : `${large} ${formats[smaller].format(rest)}`;
}
