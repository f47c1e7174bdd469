import { common } from '../words/common';
import { locale } from '../words/language';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function formatsIn(locale: string) {
  const inUnit = (unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' });
  return {
    locale,
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
    datedYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
    weekdayAlone: new Intl.DateTimeFormat(locale, { weekday: 'long' }),
    clock: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
    full: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    inMinutes: inUnit('minute'),
    inHours: inUnit('hour'),
    inDays: inUnit('day'),
  };
}

let made: ReturnType<typeof formatsIn> | null = null;

/** Of the language that the page speaks now. */
function formats() {
  if (made?.locale !== locale) made = formatsIn(locale);
  return made;
}

const dayStart = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** How long, in the room of a list: "1m" at least, "4m", "3h", "2d". */
export function span(ms: number): string {
  const { inMinutes, inHours, inDays } = formats();
  if (ms < hour) return inMinutes.format(Math.max(1, Math.floor(ms / minute)));
  return ms < day ? inHours.format(Math.floor(ms / hour)) : inDays.format(Math.floor(ms / day));
}

// How long ago, in the room of a list: "now", "4m", "3h", "2d", "12 Nov".
export function ago(at: number, now: number): string {
  const past = now - at;
  if (past < minute) return common.time.now;
  if (past < 7 * day) return span(past);
  const { date, datedYear } = formats();
  return (new Date(at).getFullYear() === new Date(now).getFullYear() ? date : datedYear).format(at);
}

// The day, between two stretches of a transcript.
export function dayName(at: number, now: number): string {
  const days = Math.round((dayStart(now) - dayStart(at)) / day);
  if (days === 0) return common.time.today;
  if (days === 1) return common.time.yesterday;
  return formats().weekday.format(at);
}

export const sameDay = (a: number, b: number) => dayStart(a) === dayStart(b);
export const weekdayName = (at: number) => formats().weekdayAlone.format(at);
export const clockTime = (at: number) => formats().clock.format(at);
export const fullTime = (at: number) => formats().full.format(at);
export const shortDate = (at: number) => formats().datedYear.format(at);

/** When it was, as short as it can be said: the time today, else the day as well. */
export const moment = (at: number, now: number) => (sameDay(at, now) ? clockTime(at) : fullTime(at));
