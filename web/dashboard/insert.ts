/** Puts words into a text, in place of what stands there from `start` to `end`, and the caret behind them. */
export function insert(
  area: HTMLTextAreaElement,
  words: string,
  start = area.selectionStart,
  end = area.selectionEnd,
): void {
  area.focus();
  area.setRangeText(words, start, end, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
