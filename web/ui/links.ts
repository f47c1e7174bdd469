export interface Part {
  text: string;
  href: string | null;
}

// Only what begins with http:// or https:// and can be read as an address. No other scheme is ever a link.
const candidates = /\bhttps?:\/\/[^\s<>"'`]+/gi;
const trailing = /[.,;:!?…]+$/;

// What belongs to the sentence rather than to the address: full stops, and a bracket that was opened before it.
function address(candidate: string): string {
  const bare = candidate.replace(trailing, '');
  const count = (character: string) => bare.split(character).length - 1;
  const unopened = bare.endsWith(')') && count(')') > count('(');
  return unopened ? address(bare.slice(0, -1)) : bare;
}

export function splitLinks(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(candidates)) {
    const href = address(match[0]);
    if (!URL.canParse(href)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null });
    parts.push({ text: href, href });
    end = match.index + href.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}
