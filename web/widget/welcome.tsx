import { Button } from '../ui/button';
import { words } from '../words/widget';
import type { Beginning, Chat } from './chat';
import { handover } from './host';
import { Bubble } from './message';
import './welcome.css';

/** Before the first message of a conversation. */
export function Welcome({ chat, beginning: { linkedTo, sent } }: { chat: Chat; beginning: Beginning }) {
  const greeting = handover.value?.look?.greeting ?? words.greeting;
  return (
    <div class="welcome">
      <div class="welcome-words">
        <h2 dir="auto">{linkedTo === null ? greeting : words.anew}</h2>
        <p>{linkedTo === null ? words.greetingMore : words.anewMore}</p>
        {linkedTo !== null && sent.length === 0 && (
          <Button label={words.previous} icon="arrow-left" tone="quiet" onPress={() => chat.look(linkedTo)} />
        )}
      </div>
      {sent.length > 0 && (
        <ol class="welcome-sent">
          {sent.map((text, at) => (
            <Bubble key={at} text={text} mine first={at === 0} last={at === sent.length - 1}>
              {at === sent.length - 1 && words.sending}
            </Bubble>
          ))}
        </ol>
      )}
    </div>
  );
}
