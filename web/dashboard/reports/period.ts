// The days that a report is about, as the address says them, and as the server is asked for them.

export const presets = [7, 30, 90] as const;
export const daysMax = 366;
const usual = 30;
const day_ms = 24 * 60 * 60_000;

/** Both days are part of it; they are written as in "2026-01-31". */
export interface Period {
  from: string;
  to: string;
  /** How many days up to today; null: chosen by hand. */
  preset: (typeof presets)[number] | null;
  /** Null: all of one's own. */
  site: string | null;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The day that it is here at a moment. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Noon, so that no change of the clocks makes it another day. Null: there is no such day. */
export function noonOf(day: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const noon = new Date(Number(year), Number(month) - 1, Number(date), 12).getTime();
  return dayOf(noon) === day ? noon : null;
}

export function lengthOf({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return Math.round(((noonOf(to) ?? 0) - (noonOf(from) ?? 0)) / day_ms) + 1;
}

/** What an address asks for; where that makes no sense, the usual. */
export function periodIn(query: Record<string, string | undefined>, now: number): Period {
  const site = query.site || null;
  const { from = '', to = '' } = query;
  if (noonOf(from) !== null && noonOf(to) !== null && from <= to && lengthOf({ from, to }) <= daysMax)
    return { from, to, preset: null, site };
  const preset = presets.find((days) => String(days) === query.days) ?? usual;
  const today = dayOf(now);
  return { from: dayOf((noonOf(today) ?? now) - (preset - 1) * day_ms), to: today, preset, site };
}

export function reportsHref({ from, to, preset, site }: Period): string {
  const query = new URLSearchParams();
  if (preset === null) {
    query.set('from', from);
    query.set('to', to);
  } else if (preset !== usual) query.set('days', String(preset));
  if (site) query.set('site', site);
  return query.size > 0 ? `/dashboard/reports?${query}` : '/dashboard/reports';
}

/** As the server is asked: by the days of this browser's time zone. */
export function askedFor({ from, to, site }: Period): string {
  const query = new URLSearchParams({ from, to, tz: clockIn({ from, to }) });
  if (site) query.set('site', site);
  return query.toString();
}

const ahead = (at: number) => -new Date(at).getTimezoneOffset();

/**
 * By how many minutes the clocks here are ahead of UTC in these days, and when they are put forward or back: what the
 * server needs in order to know when a day begins, without a table of time zones.
 */
export function clockIn({ from, to }: Pick<Period, 'from' | 'to'>): string {
  const first = (noonOf(from) ?? 0) - day_ms;
  const last = (noonOf(to) ?? 0) + day_ms;
  const parts = [String(ahead(first))];
  for (let at = first; at < last; at += day_ms)
    if (ahead(at) !== ahead(at + day_ms)) parts.push(`${changeWithin(at, at + day_ms)}:${ahead(at + day_ms)}`);
  return parts.join(',');
}

function changeWithin(before: number, after: number): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ahead(middle) === ahead(before)) low = middle;
    else high = middle;
  }
  return high;
}
