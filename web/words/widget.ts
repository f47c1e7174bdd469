// What the widget says, as in dashboard.ts.
import { speakToCustomers } from '../rules/customer_words';
import { catalogue as english } from './en/widget';
import type { Language } from './language';
import { speak } from './speak';

export type WidgetWords = typeof english.page;

export let words: WidgetWords = english.page;

/** In a language that cannot be fetched it cannot be said: then in English. */
export async function speakWidget(chosen: Language | 'auto'): Promise<void> {
  const catalogues = {
    en: async () => english,
    de: async () => (await import('./de/widget')).catalogue,
    ar: async () => (await import('./ar/widget')).catalogue,
  };
  words = await speak(chosen, catalogues, speakToCustomers).catch(() => english.page);
}
