// How the launcher and the panel around the frame look. It is put on a page that is not ours: no names but these few.
import { hoverOf, wordsOn } from '../ui/contrast';
import type { Look } from './bridge';

const light = `--fill: #4346c4; --hover: #373ab0; --on: #fff; --surface: #fff; --edge: rgb(30 30 40 / 8%);`;
const dark = `--fill: #5b5ee6; --hover: #6a6df0; --on: #fff; --surface: #18181c; --edge: rgb(255 255 255 / 10%);`;

const accent = (colour: string) => `--fill: ${colour}; --hover: ${hoverOf(colour)}; --on: ${wordsOn(colour)};`;

export const lookOf = ({ colour, position = 'right', theme }: Look) => `
:host {
  all: initial !important;
  ${theme === 'dark' ? dark : light}
  color-scheme: ${theme ?? 'light dark'} !important;
}
${theme ? '' : `@media (prefers-color-scheme: dark) { :host { ${dark} } }`}
${colour ? `:host { ${accent(colour)} }` : ''}
.launcher {
  position: fixed;
  ${position}: 20px;
  bottom: 20px;
  z-index: 2147483646;
  width: 56px;
  height: 56px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: var(--fill);
  color: var(--on);
  box-shadow: 0 1px 3px rgb(20 20 40 / 20%), 0 8px 24px rgb(20 20 40 / 22%);
  cursor: pointer;
  transition: background-color 0.12s, transform 0.2s cubic-bezier(0.2, 0, 0, 1);
}
.launcher:hover { background: var(--hover); transform: scale(1.04); }
.launcher:active { transform: scale(0.97); }
.launcher:focus-visible { outline: 3px solid var(--fill); outline-offset: 3px; }
svg {
  position: absolute;
  inset: 0;
  width: 26px;
  height: 26px;
  margin: auto;
  fill: none;
  stroke: currentColor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
  transition: opacity 0.15s, transform 0.2s cubic-bezier(0.2, 0, 0, 1);
}
.launcher .talk { fill: currentColor; }
.launcher[aria-expanded=false] .hide,
.launcher[aria-expanded=true] .talk { opacity: 0; transform: scale(0.6); }
.unread {
  position: absolute;
  top: -2px;
  right: -2px;
  box-sizing: border-box;
  min-width: 20px;
  height: 20px;
  padding: 0 6px;
  border-radius: 10px;
  background: #d5303a;
  color: #fff;
  font: 600 12px/20px system-ui, sans-serif;
  text-align: center;
}
.panel {
  position: fixed;
  ${position}: 20px;
  bottom: 92px;
  z-index: 2147483647;
  width: 392px;
  height: min(680px, calc(100vh - 112px));
  border-radius: 16px;
  background: var(--surface);
  box-shadow: 0 0 0 1px var(--edge), 0 4px 12px rgb(20 20 40 / 8%), 0 24px 64px rgb(20 20 40 / 22%);
  overflow: hidden;
  transform-origin: bottom ${position};
  transition: opacity 0.16s, transform 0.2s cubic-bezier(0.2, 0, 0, 1), visibility 0.2s;
}
.panel.hidden { opacity: 0; visibility: hidden; transform: translateY(8px) scale(0.98); }
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: ${theme ?? 'light dark'}; }
[hidden] { display: none; }
@media (max-width: 480px) {
  .panel { inset: 0; width: auto; height: auto; border-radius: 0; }
  .launcher[aria-expanded=true] { visibility: hidden; }
}
@media (prefers-reduced-motion: reduce) {
  .launcher, .panel, svg { transition: none; }
}
@media print {
  .launcher, .panel { display: none; }
}
`;
