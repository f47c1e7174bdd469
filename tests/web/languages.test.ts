// That the catalogues are translations, and who is spoken to in which.
import { catalogue as arDashboard } from '@web/words/ar/dashboard';
import { emoji as arEmoji } from '@web/words/ar/emoji';
import { catalogue as arWidget } from '@web/words/ar/widget';
import { catalogue as deDashboard } from '@web/words/de/dashboard';
import { emoji as deEmoji } from '@web/words/de/emoji';
import { catalogue as deWidget } from '@web/words/de/widget';
import { catalogue as enDashboard } from '@web/words/en/dashboard';
import { emoji as enEmoji } from '@web/words/en/emoji';
import { catalogue as enWidget } from '@web/words/en/widget';
import { tongueFor } from '@web/words/language';
import { plurals } from '@web/words/plural';
import { describe, expect, it } from 'vitest';

/** Every text of it that needs nothing to be told, by its path. */
function texts(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`));
}

const all = (dashboard: unknown, widget: unknown, emoji: unknown) => texts({ dashboard, widget, emoji });
const english = all(enDashboard, enWidget, enEmoji);
const german = new Map(all(deDashboard, deWidget, deEmoji));
const arabic = new Map(all(arDashboard, arWidget, arEmoji));
const hasWords = (text: string) => /\p{L}{2}/u.test(text);

describe('the catalogues', () => {
  it('have the same entries', () => {
    const paths = english.map(([path]) => path);
    expect(paths.length).toBeGreaterThan(500);
    expect([...german.keys()].sort()).toEqual([...paths].sort());
    expect([...arabic.keys()].sort()).toEqual([...paths].sort());
  });

  it('are in German where they are German, but for what is the same in both', () => {
    const same = english.filter(([path, text]) => hasWords(text) && german.get(path) === text).map(([, text]) => text);
    const both =
      /^(Administrator|Chat|Code|Emoji|Filter|Live|Logo|Median|Name|OK|Offline|SMS|Status|System|Text|Wrapup|neutral)$/;
    expect([...new Set(same)].filter((text) => !both.test(text))).toEqual([]);
  });

  it('are in Arabic where they are Arabic', () => {
    const latin = [...arabic].filter(([, text]) => hasWords(text) && !/\p{Script=Arabic}/u.test(text));
    expect(latin.filter(([, text]) => text !== 'Wrapup')).toEqual([]);
  });

  it('have no entry that says nothing', () => {
    for (const words of [new Map(english), german, arabic])
      expect([...words].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the language of a page', () => {
  it('is the one that was chosen, with the country of the browser where that fits', () => {
    expect(tongueFor('de', ['en-GB', 'de-AT'])).toEqual({ language: 'de', locale: 'de-AT' });
    expect(tongueFor('de', ['en-GB'])).toEqual({ language: 'de', locale: 'de' });
  });

  it('is the first that the browser asks for and the pages speak; English where they speak none', () => {
    expect(tongueFor('auto', ['fr-FR', 'AR-eg', 'en'])).toEqual({ language: 'ar', locale: 'AR-eg' });
    expect(tongueFor('auto', ['fr-FR'])).toEqual({ language: 'en', locale: 'en' });
    expect(tongueFor('auto', [])).toEqual({ language: 'en', locale: 'en' });
  });

  it('has the plurals of Unicode', () => {
    const forms = { zero: 'none', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    const inArabic = plurals('ar');
    expect([0, 1, 2, 5, 11, 100].map((n) => inArabic(n, forms))).toEqual([
      'none',
      'one',
      'two',
      'few',
      'many',
      'other',
    ]);
    expect(plurals('en')(1, { other: 'other' })).toBe('other');
  });
});
