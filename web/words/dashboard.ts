// What the dashboard says. Whoever takes a word from here is loaded after `speakDashboard` (see dashboard/main.ts), so
// that it may also keep it.
import { speakRules } from '../rules/words';
import { catalogue as english } from './en/dashboard';
import type { Language } from './language';
import { speak } from './speak';

export type DashboardWords = typeof english.page;

export let words: DashboardWords = english.page;

/** In a language that cannot be fetched it cannot be said: then in English. */
export async function speakDashboard(chosen: Language | 'auto'): Promise<void> {
  const catalogues = {
    en: async () => english,
    de: async () => (await import('./de/dashboard')).catalogue,
    ar: async () => (await import('./ar/dashboard')).catalogue,
  };
  words = await speak(chosen, catalogues, speakRules).catch(() => english.page);
}
