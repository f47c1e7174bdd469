import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { words } from '../words/widget';
import './end_question.css';

interface EndQuestionProps {
  onEnd: () => void;
  onKeep: () => void;
}

/** Over the head, so that nothing moves. */
export function EndQuestion({ onEnd, onKeep }: EndQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus(), []);

  // Escape answers the question; it does not close the panel as well.
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onKeep();
  };

  return (
    <div class="end-question" role="alertdialog" aria-label={words.endQuestion} onKeyDown={pressed}>
      <p>{words.endQuestion}</p>
      <Button element={keep} label={words.keepChatting} tone="quiet" onPress={onKeep} />
      <Button label={words.end} tone="primary" onPress={onEnd} />
    </div>
  );
}
