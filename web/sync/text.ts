/** Text as it can be sent: halves of a surrogate pair, as a cut or an odd keyboard leaves them, become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
