import { Button } from '../ui/button';
import type { Beginning, Chat } from './chat';
import { Bubble } from './message';
import { phrases } from './phrases';
import './welcome.css';

/** Before the first message of a conversation. */
export function Welcome({ chat, beginning: { linkedTo, sent } }: { chat: Chat; beginning: Beginning }) {
  return (
    <div class="welcome">
      <div class="welcome-words">
        <h2>{linkedTo === null ? phrases.greeting : phrases.anew}</h2>
        <p>{linkedTo === null ? phrases.greetingMore : phrases.anewMore}</p>
        {linkedTo !== null && sent === null && (
          <Button label={phrases.previous} icon="arrow-left" tone="quiet" onPress={() => chat.look(linkedTo)} />
        )}
      </div>
      {sent !== null && (
        <ol class="welcome-sent">
          <Bubble text={sent} mine first last>
            {phrases.sending}
          </Bubble>
        </ol>
      )}
    </div>
  );
}
