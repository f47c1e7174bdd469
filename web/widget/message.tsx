import type { ComponentChildren } from 'preact';
import { Avatar } from '../ui/avatar';
import { LinkedText } from '../ui/linked_text';
import './message.css';

interface BubbleProps {
  text: string;
  /** What came with it. */
  attached?: ComponentChildren;
  mine: boolean;
  first: boolean;
  last: boolean;
  author?: { id: string; name: string };
  /** Below it: when, and whether it has arrived. */
  children?: ComponentChildren;
}

export function Bubble({ text, attached, mine, first, last, author, children }: BubbleProps) {
  const place = `${mine ? ' message-mine' : ''}${first ? ' message-first' : ''}${last ? ' message-last' : ''}`;
  const hasWords = text.trim() !== '';
  return (
    <li class={`message${place}`}>
      {author && first && <p class="message-author">{author.name}</p>}
      {author && last && <Avatar id={author.id} name={author.name} />}
      <div class={hasWords ? 'message-text' : 'message-text message-files'}>
        {hasWords && (
          <span dir="auto">
            <LinkedText text={text} />
          </span>
        )}
        {attached}
      </div>
      {children && <p class="message-below">{children}</p>}
    </li>
  );
}
