import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { words } from '../words/widget';
import type { Chat } from './chat';
import { attended } from './host';
import './composer.css';

interface ComposerProps {
  chat: Chat;
  shown: ReadonlySignal<boolean>;
  /** It can be written, and not yet sent. */
  asleep: boolean;
}

export function Composer({ chat, shown, asleep }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = chat.draft;
  const ready = !asleep && text.trim() !== '';
  const open = shown.value;

  useEffect(() => {
    // A panel that is back on the next page takes no focus from it.
    if (open && attended.peek()) field.current?.focus();
  }, [open]);

  const send = () => {
    if (!asleep) chat.send();
    field.current?.focus();
  };

  const pressed = (event: KeyboardEvent) => {
    // While an input method is composing, Enter is its.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-field" data-text={text}>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          placeholder={words.placeholder}
          aria-label={words.placeholder}
          onInput={(event) => {
            chat.write(event.currentTarget.value);
          }}
          onKeyDown={pressed}
        />
      </div>
      <button type="submit" class="composer-send" aria-label={words.send} aria-disabled={!ready}>
        <Icon name="arrow-down" />
      </button>
    </form>
  );
}
