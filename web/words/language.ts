// The languages that the pages speak, and the one that this page does.

export const languages = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const;

export type Language = keyof typeof languages;

export const allLanguages = Object.keys(languages) as Language[];

export interface Tongue {
  language: Language;
  /** For Intl: with the country where there is one, as in "de-AT". */
  locale: string;
}

const languageOf = (locale: string): Language | undefined =>
  allLanguages.find((language) => language === locale.toLowerCase().split('-')[0]);

/** `chosen`, or the first of those that the browser asks for; English, if the pages speak none of them. */
export function tongueFor(chosen: Language | 'auto', asked: readonly string[]): Tongue {
  const locales = asked.filter((locale) => languageOf(locale) !== undefined);
  const locale = chosen === 'auto' ? locales[0] : locales.find((one) => languageOf(one) === chosen);
  const language = chosen === 'auto' ? (languageOf(locale ?? '') ?? 'en') : chosen;
  return { language, locale: locale ?? language };
}

export let { language, locale }: Tongue = { language: 'en', locale: 'en' };

export const isRightToLeft = (): boolean => languages[language].direction === 'rtl';

/** Before anything is written on the page, or any format made for it. */
export function speakIn(tongue: Tongue): void {
  ({ language, locale } = tongue);
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
}
