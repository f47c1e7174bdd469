// What a site offers its visitors, as the server keeps it.
import { locale } from '../../words/language';

export interface Span {
  /** As in "09:30". */
  from: string;
  /** Likewise; "24:00" is the end of the day. */
  to: string;
}

export interface OfficeHours {
  time_zone: string;
  /** Monday first. */
  week: Span[][];
}

export interface FormField {
  label: string;
  kind: 'name' | 'email' | 'text' | 'choice';
  required: boolean;
  options: string[];
}

export interface SiteDesk {
  /** Null: always open. */
  hours: OfficeHours | null;
  reply_time: '' | 'minutes' | 'hours' | 'day';
  form: FormField[];
  away_form: boolean;
  rating: boolean;
}

export const spans_max = 8;
export const fields_max = 8;
export const workdays = 5;
const dayEnd = '24:00';
const dayMinutes = 24 * 60;

const aMonday = Date.UTC(2024, 0, 1);
const day_ms = 86_400_000;

/** Monday first, as this page writes them. */
export function dayNames(): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(aMonday + day * day_ms));
}

const usual: Span = { from: '09:00', to: '17:00' };

export const usualHours = (): OfficeHours => ({
  time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: Array.from({ length: 7 }, (_, day) => (day < workdays ? [usual] : [])),
});

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const timeOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Which one would be added to these: after a break of an hour. Null: the day is full. */
export function nextSpan(spans: readonly Span[]): Span | null {
  const last = spans.at(-1);
  if (!last) return usual;
  const from = minutesOf(last.to) + 60;
  if (spans.length >= spans_max || !(from < dayMinutes)) return null;
  return { from: timeOf(from), to: timeOf(Math.min(from + 4 * 60, dayMinutes)) };
}

/** A field for a time knows no 24:00: there, a day ends where the next one begins. */
export const shownEnd = (to: string) => (to === dayEnd ? '00:00' : to);
export const endShownAs = (shown: string) => (shown === '00:00' ? dayEnd : shown);

/** With Monday's hours on every day until Friday. */
export const likeMonday = (week: readonly Span[][]): Span[][] =>
  week.map((spans, day) => (day < workdays ? [...(week[0] ?? [])] : spans));
