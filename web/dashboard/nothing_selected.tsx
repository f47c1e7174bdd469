import { Icon, type IconName } from '../ui/icon';
import { useDesk } from './context';
import { forecast } from './forecast';
import './nothing_selected.css';

type Standing = 'somebody' | 'nobody' | 'unavailable';

const words: Record<Standing, { icon: IconName; title: string; text: string | null }> = {
  somebody: { icon: 'message-square', title: 'Choose a conversation', text: null },
  nobody: {
    icon: 'square-check',
    title: 'Nobody needs help right now',
    text: 'New customers show up in the list as soon as they write.',
  },
  unavailable: {
    icon: 'message-square',
    title: 'Choose a conversation',
    text: 'You take no new customers. Switch on above what you are available for.',
  },
};

export function NothingSelected() {
  const { store } = useDesk();
  const { icon, title, text } = words[useStanding()];
  return (
    <div class="nothing">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{text ?? forecast(store, null)}</p>
      <p>
        <kbd>J</kbd> and <kbd>K</kbd> move through the list, <kbd>Enter</kbd> opens, <kbd>G</kbd> gives the next
        customer.
      </p>
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
