import { useId } from 'preact/hooks';
import { Dialog, DialogHead } from '../ui/dialog';
import { useDesk } from './context';
import { singleKeys } from './keys';
import './help.css';

/** Those that no action stands for. */
const others: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Ctrl', 'K'], 'Everything that can be done, by its name'],
  [['J'], 'The next row'],
  [['K'], 'The row before'],
  [['Enter'], 'Open the row'],
  [['X'], 'Select the row; with Shift, all up to it'],
  [['Ctrl', 'Enter'], 'Send what is written'],
  [['Esc'], 'Select nothing; close what is open'],
];

/** All keys, and the switch for the single ones. */
export function Help({ onClose }: { onClose: () => void }) {
  const { actions } = useDesk();
  const id = useId();
  const keyed = actions.all().flatMap(({ key, label }) => (key === null ? [] : [[[shown(key)], label] as const]));
  return (
    <Dialog class="help" labelledBy={id} onClose={onClose}>
      <DialogHead id={id} title="Keys" onClose={onClose} />
      <dl class="help-keys">
        {[...others, ...keyed].map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="help-switch">
        <label>
          <input type="checkbox" checked={singleKeys.on} onChange={singleKeys.toggle} /> Single letters do something
        </label>
      </p>
    </Dialog>
  );
}

const shown = (key: string) => (key.length === 1 ? key.toUpperCase() : key);
