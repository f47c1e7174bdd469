// What the picker of emoji says. It is fetched with the picker, and not with the page.
import type { emoji as english } from './en/emoji';
import { type Language, language } from './language';

export type EmojiWords = typeof english;

export let emoji: EmojiWords;

const catalogues: Record<Language, () => Promise<{ emoji: EmojiWords }>> = {
  en: () => import('./en/emoji'),
  de: () => import('./de/emoji'),
  ar: () => import('./ar/emoji'),
};

/** Before the picker is drawn. */
export async function speakEmoji(): Promise<void> {
  ({ emoji } = await catalogues[language]());
}
