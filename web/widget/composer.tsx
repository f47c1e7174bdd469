import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { AttachButton, filesIn } from '../ui/attach';
import { Icon } from '../ui/icon';
import { words } from '../words/widget';
import type { Chat } from './chat';
import { attended } from './host';
import { AttachedFiles } from './later';
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
  const ready = !asleep && chat.isSomething;
  const open = shown.value;
  const files = chat.filesFor;

  useEffect(() => {
    // A panel that is back on the next page takes no focus from it.
    if (open && attended.peek()) field.current?.focus();
  }, [open]);

  const send = () => {
    if (chat.send() || !toFaultyAnswer()) field.current?.focus();
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
      {chat.hasFiles && <AttachedFiles attaching={chat.attaching} id={files} bytesMax={chat.fileBytesMax} />}
      <p class="composer-following" role="status">
        {chat.isFollowed && words.following}
      </p>
      <div class="composer-line">
        <AttachButton attaching={chat.attaching} id={files} />
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
            onPaste={(event) => {
              const pasted = filesIn(event.clipboardData);
              if (pasted.length === 0) return;
              event.preventDefault();
              chat.attach(pasted);
            }}
          />
        </div>
        <button type="submit" class="composer-send" aria-label={words.send} aria-disabled={!ready}>
          <Icon name="arrow-down" />
        </button>
      </div>
    </form>
  );
}

/** To the first answer that has to be mended before anything can be sent, once that is told there. */
function toFaultyAnswer(): boolean {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.questions [aria-invalid=true]')?.focus());
  return document.querySelector('.questions') !== null;
}
