import { useState } from 'preact/hooks';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { words } from '../words/dashboard';
import { type BulkButton, carryOut, inWords, type Plan, plan } from './bulk';
import { useDesk } from './context';
import { labelOf } from './labels';
import { SelectAll } from './select_all';
import type { Selection } from './selection';
import type { Where } from './views';
import './bulk_bar.css';

const { bulk, selection: said } = words.inbox;

const buttons: readonly BulkButton[] = ['claim', 'release', 'close'];

/** What can be done to all rows that are selected. */
export function BulkBar({ where, selection }: { where: Where; selection: Selection }) {
  const desk = useDesk();
  const [planned, setPlanned] = useState<Plan | null>(null);
  const chosen = selection.chosen.value;
  if (chosen.size === 0) return null;

  const press = (button: BulkButton) => {
    const made = plan(desk, [...chosen], button);
    if (made.asks.length > 0 || made.wont.size > 0) setPlanned(made);
    else run(made, made.will);
  };
  const run = ({ button }: Plan, conversations: readonly string[]) => {
    carryOut(desk, button, conversations);
    setPlanned(null);
    selection.clear();
  };
  return (
    <section class="bulk" aria-label={said.title}>
      <p class="bulk-count" role="status">
        <span>{said.selected(chosen.size)}</span>
        <SelectAll where={where} selection={selection} />
      </p>
      <div class="bulk-actions">
        {buttons.map((button) => (
          <Button key={button} label={labelOf(button)} side="above" onPress={() => press(button)} />
        ))}
        <Button label={said.clear} tone="quiet" icon="x" bare side="above" onPress={selection.clear} />
      </div>
      {planned && <Question planned={planned} onRun={run} onClose={() => setPlanned(null)} />}
    </section>
  );
}

interface QuestionProps {
  planned: Plan;
  onRun: (planned: Plan, conversations: readonly string[]) => void;
  onClose: () => void;
}

// What would become of them, in words, and once for all.
function Question({ planned, onRun, onClose }: QuestionProps) {
  const { button, will, asks } = planned;
  const act = bulk[button];
  const all = [...will, ...asks];
  return (
    <Modal title={all.length > 0 ? act.question(all.length) : act.nothing} text={inWords(planned)} onClose={onClose}>
      <Button label={all.length > 0 ? words.app.shared.cancel : bulk.ok} onPress={onClose} />
      {asks.length > 0 && will.length > 0 && (
        <Button label={act.withoutWaiting(will.length)} onPress={() => onRun(planned, will)} />
      )}
      {all.length > 0 && (
        <Button
          label={asks.length > 0 ? act.anyway(all.length) : act.all(all.length)}
          tone="primary"
          onPress={() => onRun(planned, all)}
        />
      )}
    </Modal>
  );
}
