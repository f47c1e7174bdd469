// Finds words in what this browser has, for when the server cannot be asked.
import type { Row, Snippet } from './protocol';

export interface Hit {
  row: Row;
  /** The text in which it was found. */
  snippet: Snippet[];
}

/** 'browser': only among what this browser has. */
export interface Found {
  hits: Hit[];
  from: 'server' | 'browser';
}

/** The rows in whose name or last line all of the words are, the newest first. */
export function findHere(rows: readonly Row[], query: string): Hit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = rows.flatMap((row) => {
    const text = [row.preview?.text ?? '', row.customer.name].find((one) => hasAll(one.toLowerCase(), words));
    return text === undefined ? [] : [{ row, snippet: marked(text, words) }];
  });
  return hits.sort((a, b) => b.row.activity_at - a.row.activity_at);
}

const hasAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));

function marked(text: string, words: readonly string[]): Snippet[] {
  const parts: Snippet[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at).toLowerCase();
    const next = words
      .map((word) => ({ from: rest.indexOf(word), length: word.length }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.length - a.length)[0];
    const from = next ? at + next.from : text.length;
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    if (next) parts.push({ text: text.slice(from, from + next.length), hit: true });
    at = next ? from + next.length : text.length;
  }
  return parts;
}
