// Puts the panel into the look of its site.
import { type Accent, accentOf, isColour } from '../ui/accent';
import type { Look } from './bridge';

const declared = ({ fill, hover, on, tint, text }: Accent) => `
  --accent-fill: ${fill};
  --accent-fill-hover: ${hover};
  --accent-on: ${on};
  --accent-tint: ${tint};
  --accent-text: ${text};
  --accent-edge: ${text};
`;

/** What comes from a page that is not ours counts only as far as it means something. */
export function dress({ colour, theme }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  else delete dataset.theme;
  if (!isColour(colour)) return;
  const [light, dark] = [declared(accentOf(colour, 'light')), declared(accentOf(colour, 'dark'))];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :root { ${light} }
    @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
    :root[data-theme="dark"] { ${dark} }
  `);
  document.adoptedStyleSheets = [sheet];
}
