import { locale } from './language';

let format: Intl.ListFormat | null = null;

/** One after the other, as this page writes them: "Voice, Messaging". */
export function list(parts: readonly string[]): string {
  // Made once somebody speaks: by then the language is known.
  format ??= new Intl.ListFormat(locale, { type: 'unit' });
  return format.format(parts);
}
