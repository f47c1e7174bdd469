import { locale } from './language';

let format: Intl.NumberFormat | null = null;

/** A whole number as this page writes them: "12,345". */
export function count(number: number): string {
  // Made once somebody speaks: by then the language is known.
  format ??= new Intl.NumberFormat(locale);
  return format.format(number);
}
