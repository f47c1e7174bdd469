import type { ComponentChildren } from 'preact';
import { Avatar } from '../ui/avatar';
import { LinkedText } from '../ui/linked_text';
import './message.css';

interface BubbleProps {
  text: string;
  mine: boolean;
  first: boolean;
  last: boolean;
  author?: { id: string; name: string };
  /** Below it: when, and whether it has arrived. */
  children?: ComponentChildren;
}

export function Bubble({ text, mine, first, last, author, children }: BubbleProps) {
  const place = `${mine ? ' message-mine' : ''}${first ? ' message-first' : ''}${last ? ' message-last' : ''}`;
  return (
    <li class={`message${place}`}>
      {author && first && <p class="message-author">{author.name}</p>}
      {author && last && <Avatar id={author.id} name={author.name} />}
      <p class="message-text">
        <LinkedText text={text} />
      </p>
      {children && <p class="message-below">{children}</p>}
    </li>
  );
}
