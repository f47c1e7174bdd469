import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { useDesk } from './context';
import { awayAfter_ms, awayFrom, forgetAway, useIdle } from './idle';
import { useSwitch } from './switching';

const words = {
  told: `You were away for ${awayAfter_ms / 60_000} minutes, so new customers go to others.`,
  back: 'Take customers again',
  dismiss: 'Stay unavailable',
};

/** Says that one was switched off for being away, and offers the way back. */
export function Away() {
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
      <span>{taking.failed ?? words.told}</span>
      <Button label={words.back} onPress={() => taking.set(from)} />
      <Button label={words.dismiss} tone="quiet" icon="x" bare onPress={forgetAway} />
    </div>
  );
}
