import { Icon } from '../ui/icon';
import './nothing_selected.css';

export function NothingSelected() {
  return (
    <div class="nothing">
      <Icon name="message-square" />
      <h2>Choose a conversation</h2>
      <p>
        <kbd>J</kbd> and <kbd>K</kbd> move through the list, <kbd>Enter</kbd> opens.
      </p>
    </div>
  );
}
