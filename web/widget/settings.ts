// What a page may set, looked at before it is used.
import { isFields } from './bridge';

/** As the server takes them. */
const attributesMax = 20;
const keyBytesMax = 64;
const valueBytesMax = 256;

const themes: readonly unknown[] = ['light', 'dark', 'auto'];
const names = ['locale', 'theme', 'attributes'];

/** Throws, saying what is wrong with them. */
export function settingsOf(given: unknown): WrapupSettings {
  if (!isFields(given) || Object.keys(given).some((name) => !names.includes(name)))
    throw new Error('set takes {locale, theme, attributes}');
  const { locale, theme, attributes } = given;
  if (locale !== undefined && !isLocale(locale)) throw new Error('set: locale is a language tag like "de-AT"');
  if (theme !== undefined && !themes.includes(theme)) throw new Error('set: theme is "light", "dark" or "auto"');
  if (attributes !== undefined && !areAttributes(attributes))
    throw new Error(
      `set: attributes are at most ${attributesMax} texts of ${valueBytesMax} bytes, with names of ${keyBytesMax}`,
    );
  return given;
}

function isLocale(locale: unknown): boolean {
  try {
    return typeof locale === 'string' && Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function areAttributes(attributes: unknown): boolean {
  if (!isFields(attributes)) return false;
  const all = Object.entries(attributes);
  return (
    all.length <= attributesMax &&
    all.every(
      ([key, value]) =>
        key.trim() !== '' &&
        bytesOf(key) <= keyBytesMax &&
        typeof value === 'string' &&
        bytesOf(value) <= valueBytesMax,
    )
  );
}
