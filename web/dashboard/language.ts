import { choice } from '../ui/preference';
import { allLanguages, type Language } from '../words/language';

/** That of the browser, where nobody has chosen. It is spoken once the page is loaded again. */
export const chosenLanguage = choice<Language | 'auto'>('language', ['auto', ...allLanguages]);
