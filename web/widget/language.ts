import { allLanguages } from '../words/language';
import { speakWidget } from '../words/widget';

/** In the language of a tag such as "de-AT"; in the browser's, where it names none that there are words for. */
export function speakAs(tag: string): Promise<void> {
  const asked = tag.toLowerCase().split('-')[0];
  return speakWidget(allLanguages.find((one) => one === asked) ?? 'auto');
}
