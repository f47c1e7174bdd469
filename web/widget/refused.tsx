import { whyNot } from '../rules/customer_words';
import type { Refused } from '../sync/model';
import { Button } from '../ui/button';
import { words } from '../words/widget';
import type { Chat } from './chat';
import './refused.css';

interface RefusedCardProps {
  card: Refused;
  chat: Chat;
  conversation: string;
}

/** A message that was not delivered: its text, why, and what can be done with it. */
export function RefusedCard({ card, chat, conversation }: RefusedCardProps) {
  const text = card.commands.map((command) => ('text' in command ? command.text : '')).join('');
  const dismiss = () => chat.visit.store.peek()?.dismiss(card.id);
  const again = () => {
    chat.startNew(conversation, text);
    dismiss();
  };
  return (
    <li class="refused">
      {text !== '' && <p class="refused-text">{text}</p>}
      <p class="refused-why">
        <strong>{words.notDelivered}</strong> {whyNot(card.code)}
      </p>
      {card.verdict === 'final' && (
        <div class="refused-actions">
          <Button label={words.discard} tone="quiet" onPress={dismiss} />
          {text !== '' && <Button label={words.startNewWithThis} tone="primary" onPress={again} />}
        </div>
      )}
    </li>
  );
}
