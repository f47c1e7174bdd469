import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { lazily } from '../ui/lazily';
import { insert } from './insert';

const EmojiPicker = lazily(
  () => import('./emoji_picker').then((module) => module.EmojiPicker),
  () => null,
);

/** Puts an emoji where the caret is. */
export function EmojiButton({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const onPick = (emoji: string) => {
    if (area.current) insert(area.current, emoji);
    setOpen(false);
  };
  const onLeave = () => {
    anchor.current?.focus();
    setOpen(false);
  };
  return (
    <>
      <Button
        label="Insert an emoji"
        icon="smile"
        tone="quiet"
        bare
        side="above"
        opens={{ open, id }}
        element={anchor}
        onPress={() => setOpen(!open)}
      />
      {open && <EmojiPicker id={id} anchor={anchor} onPick={onPick} onLeave={onLeave} onClose={() => setOpen(false)} />}
    </>
  );
}
