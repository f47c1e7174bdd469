import { useId } from 'preact/hooks';
import { Dialog, DialogHead } from '../ui/dialog';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { singleKeys } from './keys';
import './help.css';

const { help } = words.app;

/** Those that no action stands for. */
const others: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Ctrl', 'K'], help.palette],
  [['J'], help.next],
  [['K'], help.before],
  [['Enter'], help.open],
  [['X'], help.select],
  [['Ctrl', 'Enter'], help.send],
  [['Esc'], help.leave],
];

/** All keys, and the switch for the single ones. */
export function Help({ onClose }: { onClose: () => void }) {
  const { actions } = useDesk();
  const id = useId();
  const keyed = actions.all().flatMap(({ key, label }) => (key === null ? [] : [[[shown(key)], label] as const]));
  return (
    <Dialog class="help" labelledBy={id} onClose={onClose}>
      <DialogHead id={id} title={help.title} onClose={onClose} />
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
          <input type="checkbox" checked={singleKeys.on} onChange={singleKeys.toggle} /> {help.letters}
        </label>
      </p>
    </Dialog>
  );
}

const shown = (key: string) => (key.length === 1 ? key.toUpperCase() : key);
