import { Button } from '../ui/button';
import { words } from '../words/widget';
import type { Beginning, Chat } from './chat';
import { handover } from './host';
import { Questions } from './later';
import { Bubble } from './message';
import './welcome.css';

interface WelcomeProps {
  chat: Chat;
  /** The site's name. */
  name: string;
  beginning: Beginning;
}

/** Before the first message of a conversation. */
export function Welcome({ chat, name, beginning: { linkedTo, sent } }: WelcomeProps) {
  const greeting = handover.value?.look?.greeting ?? words.greeting;
  const said = sent.filter((text) => text !== '');
  return (
    <div class="welcome">
      <div class="welcome-words">
        <h2 dir="auto">{linkedTo === null ? greeting : words.anew}</h2>
        <p>{linkedTo === null ? promise(chat, name) : words.anewMore}</p>
        {linkedTo !== null && sent.length === 0 && (
          <Button label={words.previous} icon="arrow-left" tone="quiet" onPress={() => chat.look(linkedTo)} />
        )}
      </div>
      {sent.length === 0 && !chat.mustSignIn.value && chat.asking.fields.value.length > 0 && <Questions chat={chat} />}
      {said.length > 0 && (
        <ol class="welcome-sent">
          {said.map((text, at) => (
            <Bubble key={at} text={text} mine first={at === 0} last={at === said.length - 1}>
              {at === said.length - 1 && words.sending}
            </Bubble>
          ))}
        </ol>
      )}
    </div>
  );
}

/** What becomes of the first message. */
function promise(chat: Chat, name: string): string {
  if (chat.mustSignIn.value) return `${words.signIn(name)} ${words.signInMore}`;
  const desk = chat.visit.desk.value;
  if (desk?.present !== false) return words.greetingMore;
  return chat.asking.fields.value.some(({ kind }) => kind === 'email') ? words.awayMoreMail : words.awayMore;
}
