import { splitLinks } from './links';

// Somebody's words as they wrote them, with web addresses made into links. No other markup.
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {splitLinks(text).map((part, at) =>
        part.href ? (
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
