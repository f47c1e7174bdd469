import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { memo } from '../ui/memo';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { awayAfter_ms, awayFrom, forgetAway, useIdle } from './idle';
import { useSwitch } from './switching';

const said = words.shift.away;

/** Says that one was switched off for being away, and offers the way back. */
export const Away = memo(() => {
  const { store, me } = useDesk();
  useIdle(store);
  const from = awayFrom.value;
  const taking = useSwitch(store.shift.take);
  const isAvailable = me.actor.available.length > 0;
  const wasAvailable = useRef(isAvailable);
  useEffect(() => {
    // By whatever way one came back, also in another tab.
    if (isAvailable && !wasAvailable.current) forgetAway();
    wasAvailable.current = isAvailable;
  }, [isAvailable]);
  if (from === null || isAvailable) return null;
  return (
    <div class="banner banner-warning" role="status">
      <span>{taking.failed ?? said.told(awayAfter_ms / 60_000)}</span>
      <Button label={said.back} onPress={() => taking.set(from)} />
      <Button label={said.stay} tone="quiet" icon="x" bare onPress={forgetAway} />
    </div>
  );
});
