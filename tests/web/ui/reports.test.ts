// The arithmetic of the reports page: its days, and where the lines of its axes stand.
import { span } from '@web/dashboard/reports/numbers';
import { clockIn, dayOf, lengthOf, noonOf, periodIn, reportsHref } from '@web/dashboard/reports/period';
import { halfOfCounts, halfOfSpans } from '@web/dashboard/reports/scale';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Oslo';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const now = Date.UTC(2026, 2, 30, 22, 30);

describe('the days of a report', () => {
  it('end today, as today is here', () => {
    expect(periodIn({}, now)).toEqual({ from: '2026-03-02', to: '2026-03-31', preset: 30, site: null });
    expect(periodIn({ days: '7' }, now)).toMatchObject({ from: '2026-03-25', to: '2026-03-31' });
    expect(lengthOf(periodIn({ days: '90' }, now))).toBe(90);
  });

  it('are as the address says, where that makes sense', () => {
    expect(periodIn({ from: '2026-01-01', to: '2026-01-31', site: 's' }, now)).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
      preset: null,
      site: 's',
    });
    for (const days of [
      { from: '2026-02-01', to: '2026-01-01' },
      { from: '2026-02-30', to: '2026-03-01' },
      { from: '2024-01-01', to: '2026-01-01' },
      { days: '12' },
    ])
      expect(periodIn(days, now)).toMatchObject({ preset: 30 });
  });

  it('are found again by the address that is made of them', () => {
    for (const query of [{}, { days: '7', site: 's' }, { from: '2026-01-01', to: '2026-01-31' }]) {
      const period = periodIn(query, now);
      const href = new URL(reportsHref(period), 'https://wrapup.test');
      expect(periodIn(Object.fromEntries(href.searchParams), now)).toEqual(period);
    }
  });

  it('are days that there are', () => {
    expect(dayOf(noonOf('2026-03-29') ?? 0)).toBe('2026-03-29');
    for (const day of ['', '2026-02-29', '2026-13-01', '26-01-01', 'today']) expect(noonOf(day)).toBeNull();
  });
});

describe('what the server is told of the clocks here', () => {
  it('is how far they are ahead of UTC', () => {
    expect(clockIn({ from: '2026-01-01', to: '2026-01-31' })).toBe('60');
    process.env.TZ = 'America/New_York';
    expect(clockIn({ from: '2026-01-01', to: '2026-01-31' })).toBe('-300');
  });

  it('and when they are put forward or back, to the millisecond', () => {
    const forward = `${Date.UTC(2026, 2, 29, 1)}:120`;
    const back = `${Date.UTC(2026, 9, 25, 1)}:60`;
    expect(clockIn({ from: '2026-03-01', to: '2026-04-01' })).toBe(`60,${forward}`);
    expect(clockIn({ from: '2026-03-29', to: '2026-03-29' })).toBe(`60,${forward}`);
    expect(clockIn({ from: '2026-01-01', to: '2026-12-31' })).toBe(`60,${forward},${back}`);
    expect(clockIn({ from: '2026-04-01', to: '2026-05-01' })).toBe('120');
  });
});

describe('the axis of a chart', () => {
  it('has room for the largest value, and its lines at values that are easy to read', () => {
    expect([0, 1, 2, 3, 9, 11, 24, 57, 1_300].map(halfOfCounts)).toEqual([1, 1, 1, 2, 5, 10, 15, 30, 1_000]);
    expect([0, 90, 600, 40_000].map((seconds) => halfOfSpans(seconds * 1_000) / 1_000)).toEqual([30, 60, 300, 21_600]);
  });

  it('tells a time in its two largest units', () => {
    const minute = 60_000;
    const times = [0, 999, 59_000, 4 * minute + 20_000, 130 * minute, 26 * 60 * minute];
    expect(times.map(span)).toEqual(['0s', '0s', '59s', '4m 20s', '2h 10m', '1d 2h']);
    expect(span(2 * 60 * minute)).toBe('2h');
    expect(span(3 * 24 * 60 * minute + 5_000)).toBe('3d');
  });
});
