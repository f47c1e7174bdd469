import { useEffect, useState } from 'preact/hooks';
import { labels } from '../rules/words';
import { Button } from '../ui/button';
import { memo } from '../ui/memo';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import './undo_toast.css';

const said = words.inbox.undo;

const tick_ms = 250;

/** Says what was closed, and takes it back while that is possible. */
export const UndoToast = memo(() => {
  const { undo } = useDesk();
  const closed = undo.closed.value;
  const [seconds, setSeconds] = useState<number | null>(null);

  useEffect(() => {
    if (closed.length === 0) return;
    const tick = () => {
      const { conversations, ms } = undo.left();
      if (conversations.length === 0) undo.dismiss();
      else setSeconds(Math.ceil(ms / 1000));
    };
    tick();
    const ticking = setInterval(tick, tick_ms);
    return () => {
      clearInterval(ticking);
      setSeconds(null);
    };
  }, [closed]);

  return (
    <div class="undo" role="status">
      {closed.length > 0 && seconds !== null && (
        <div class="undo-toast">
          <span>{said.closed(closed.length)}</span>
          <span class="undo-seconds" aria-hidden="true">
            {said.seconds(seconds)}
          </span>
          <Button label={labels.undo_close.short} onPress={undo.run} />
          <Button label={said.dismiss} tone="quiet" icon="x" bare onPress={undo.dismiss} />
        </div>
      )}
    </div>
  );
});
