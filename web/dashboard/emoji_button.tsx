import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { lazily } from '../ui/lazily';
import { words } from '../words/dashboard';
import { speakEmoji } from '../words/emoji';
import { insert } from './insert';

const EmojiPicker = lazily(
  async () => {
    const [module] = await Promise.all([import('./emoji_picker'), speakEmoji()]);
    return module.EmojiPicker;
  },
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
        label={words.composer.insertEmoji}
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
