import type { Conversation } from '@web/rules/types.gen';
import type { Desk } from '@web/widget/desk';
import { backWords, expectation, presenceWords } from '@web/widget/expectation';
import { describe, expect, it } from 'vitest';
import { rules } from './rules';

/** A Wednesday, by the clock face of whoever runs this. */
const at = (day: number, hour: number) => new Date(2025, 5, 4 + day, hour).getTime();
const now = at(0, 17);

const desk: Desk = {
  site: 'shop',
  name: 'Birch & Bow',
  now,
  look: {},
  logo: null,
  identity: 'off',
  present: true,
  open: true,
  changes_at: at(0, 18),
  reply_time: 'minutes',
  agents: [],
  form: [],
  away_form: true,
  rating: true,
  mail: true,
  file_bytes_max: 1024,
};

describe('outside the office hours', () => {
  it('the hour is told, and the day where it is not today', () => {
    expect(backWords(at(0, 20), now)).toBe('Back at 08:00 PM');
    expect(backWords(at(1, 9), now)).toBe('Back tomorrow at 09:00 AM');
    expect(backWords(at(5, 9), now)).toBe('Back on Monday at 09:00 AM');
  });

  it('a day of next week is not taken for the same one of this week', () => {
    expect(backWords(at(7, 9), now)).toBe('Back on Wednesday, June 11 at 09:00 AM');
  });

  it('nothing is promised where nobody knows', () => {
    expect(backWords(null, now)).toBe('Nobody is here right now');
  });
});

describe('before anything is said', () => {
  it('it is told how soon somebody replies, if somebody is there', () => {
    expect(presenceWords(desk, now)).toBe('Usually replies in a few minutes');
    expect(presenceWords({ ...desk, reply_time: '' }, now)).toBe('Here for you now');
    expect(presenceWords({ ...desk, present: false }, now)).toBe('Nobody is here right now');
    expect(presenceWords({ ...desk, open: false, present: false, changes_at: at(1, 9) }, now)).toMatch(
      /^Back tomorrow/,
    );
  });
});

describe('in a conversation', () => {
  const state = rules.initial();
  const said = (more: Partial<Conversation>, ahead: number | null = null, on: Desk | null = desk) =>
    expectation(rules, { ...state, ...more }, on, ahead, 'Birch & Bow', now);

  it('the queue is counted from whoever is next', () => {
    expect(said({}, 2)).toBe('2 ahead of you');
    expect(said({}, 0)).toBe('You are next');
    expect(said({})).toBe('With you in a moment');
  });

  it('no moment is promised where nobody is there', () => {
    expect(said({}, null, { ...desk, present: false })).toBe('Nobody is here right now');
    expect(said({ owner: 'ana' }, null, { ...desk, open: false, changes_at: at(1, 9) })).toMatch(/^Back tomorrow/);
  });

  it('the end and the close come first', () => {
    const by = { role: 'agent', id: 'ana' } as const;
    expect(said({ session: { type: 'ended', by, at: now }, owner: 'ana' })).toBe('This chat has ended');
    const phase = { type: 'closed', by, at: now, session_since: null, session_left_at: null } as const;
    expect(said({ phase }, 2)).toBe('This chat is closed');
  });
});
