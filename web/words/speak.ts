import { type CommonWords, speakCommon } from './common';
import { type Language, speakIn, tongueFor } from './language';

/** All that one of the pages can say in one language. */
export interface Catalogue<Rules, Page> {
  rules: Rules;
  common: CommonWords;
  page: Page;
}

/** Fetches what the page says by itself, in the language that was chosen or that the browser asks for. */
export async function speak<Rules, Page>(
  chosen: Language | 'auto',
  catalogues: Record<Language, () => Promise<Catalogue<Rules, Page>>>,
  speakRules: (rules: Rules) => void,
): Promise<Page> {
  const tongue = tongueFor(chosen, navigator.languages);
  const { rules, common, page } = await catalogues[tongue.language]();
  speakIn(tongue);
  speakRules(rules);
  speakCommon(common);
  return page;
}
