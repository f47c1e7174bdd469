import { Icon, type IconName } from '../ui/icon';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { forecast } from './forecast';
import './nothing_selected.css';

type Standing = 'somebody' | 'nobody' | 'unavailable';

const said = words.inbox.nothingSelected;
const standings: Record<Standing, { icon: IconName; title: string; text: string | null }> = {
  somebody: { icon: 'message-square', title: said.choose, text: null },
  nobody: { icon: 'square-check', title: said.nobody, text: said.nobodyMore },
  unavailable: { icon: 'message-square', title: said.choose, text: said.unavailable },
};

export function NothingSelected() {
  const { store } = useDesk();
  const { icon, title, text } = standings[useStanding()];
  return (
    <div class="nothing">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{text ?? forecast(store, null)}</p>
      <p>{said.keys.split(/\[(\w+)\]/).map((part, at) => (at % 2 === 0 ? part : <kbd key={at}>{part}</kbd>))}</p>
    </div>
  );
}

function useStanding(): Standing {
  const { store } = useDesk();
  const foreseen = store.foresee(null);
  // What has not been loaded may hold somebody who waits.
  const { loading, more, failed } = store.inbox('unassigned').value;
  if (foreseen === null || 'next' in foreseen) return 'somebody';
  if (foreseen.nobody === 'unavailable') return 'unavailable';
  return foreseen.nobody === 'nobody_waits' && !loading && !more && failed === null ? 'nobody' : 'somebody';
}
