import './typing.css';

/** Somebody is writing; `words` say who. */
export function TypingLine({ words }: { words: string }) {
  return (
    <p class="typing" role="status">
      <span class="typing-dots" aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      {words}
    </p>
  );
}
