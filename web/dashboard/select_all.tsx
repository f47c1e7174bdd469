import { useEffect, useRef, useState } from 'preact/hooks';
import { whyNot } from '../rules/words';
import { Button } from '../ui/button';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { gather, selectedMax } from './gather';
import type { Selection } from './selection';
import type { Where } from './views';

const said = words.inbox.selection;

interface SelectAllProps {
  where: Where;
  selection: Selection;
}

/** Goes on from the rows that are selected: to all that are here, and from there to all that there are. */
export function SelectAll({ where, selection }: SelectAllProps) {
  const { store } = useDesk();
  const [progress, setProgress] = useState<number | 'failed' | null>(null);
  const wanted = useRef(false);
  useEffect(() => () => stop(), []);
  const stop = () => {
    wanted.current = false;
    setProgress(null);
  };
  const [rows, chosen] = [selection.rows.value, selection.chosen.value];
  const { more } = store.inbox(where.view, where.filter).value;
  const goesOn = where.search === '' && more;
  const all = store.counts(where.filter).value?.[where.view] ?? null;
  const offline = store.connection.value.state === 'offline' ? whyNot('needs_connection') : null;

  const start = async () => {
    wanted.current = true;
    const found = await gather(store, where, { told: setProgress, isWanted: () => wanted.current });
    if (!wanted.current) return;
    setProgress(found ? null : 'failed');
    if (found) selection.pick(found);
  };

  if (typeof progress === 'number')
    return (
      <>
        <span class="bulk-progress">{said.loading(progress, all)}</span>
        <Button label={said.stop} tone="quiet" onPress={stop} />
      </>
    );
  if (chosen.size < Math.min(rows.length, selectedMax))
    return <Button label={said.all(Math.min(rows.length, selectedMax))} tone="quiet" onPress={selection.all} />;
  if (!goesOn && rows.length <= selectedMax) return null;
  if (chosen.size >= selectedMax) return <span class="bulk-progress">{said.full}</span>;
  const label = all !== null && all > selectedMax ? said.first(selectedMax) : said.matching(all);
  return (
    <>
      {progress === 'failed' && <span class="bulk-progress">{said.failed}</span>}
      <Button label={label} tone="quiet" reason={offline} side="above" onPress={() => void start()} />
    </>
  );
}
