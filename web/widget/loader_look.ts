// How the launcher and the panel around the frame look, for one site. The names are those of loader.css.
import { wordsOn } from '../ui/contrast';
import type { Look } from './bridge';
import sheet from './loader.css?inline';

const light = ':host{--fill:#4346c4;--surface:#fff}';
const dark = ':host{--fill:#5b5ee6;--surface:#18181c}';

const accent = (colour: string) => `:host{--fill:${colour};--on:${wordsOn(colour)}}`;

const scheme = (theme = 'light dark') => `color-scheme:${theme}!important`;

/** What the page says of our element does not reach it, also where it insists. */
export const lookOf = ({ colour, position = 'right', theme }: Look): string =>
  `:host{all:initial!important;position:fixed!important;z-index:2147483647!important;${scheme(theme)}}` +
  `iframe{${scheme(theme)}}.launcher,.panel{${position}:20px}` +
  (theme === 'dark' ? dark : light) +
  (theme ? '' : `@media (prefers-color-scheme:dark){${dark}}`) +
  (colour ? accent(colour) : '') +
  sheet;
