// Sizes and lengths, as short as they can be said.
import { locale } from '../words/language';

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

const units = ['B', 'KB', 'MB'] as const;

/** "820 B", "12 KB", "3.4 MB". */
export function bytes(count: number): string {
  const step = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log(count) / Math.log(1024)));
  const value = count / 1024 ** step;
  return `${number.format(value < 10 ? value : Math.round(value))} ${units[step]}`;
}

/** "1:23", "1:02:03". */
export function seconds(ms: number): string {
  const all = Math.round(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
