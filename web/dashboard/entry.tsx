import type { Attachment } from '../rules/types.gen';
import type { Files } from '../sync/files';
import type { Customer } from '../sync/store';
import { Attachments } from '../ui/attachments';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { LinkedText } from '../ui/linked_text';
import { memo } from '../ui/memo';
import { clockTime, fullTime } from '../ui/time';
import { words as dashboard } from '../words/dashboard';
import type { Item } from './arrange';
import { useDesk } from './context';
import { sentence, useWho } from './sentences';
import './entry.css';

const words = dashboard.conversation.transcript;

type EntryProps = Omit<Item, 'newDay'> & { customer: Customer };

/** One thing that somebody said or did. */
export const Entry = memo(({ entry, follows, arrival: arrived, meanwhile, customer }: EntryProps) => {
  const { store, files } = useDesk();
  const whoIs = useWho();
  const { event, sent } = entry;
  const { fact, by } = event;
  const time = <Time at={event.at} />;
  const waiting = store.connection.value.state === 'offline' ? words.kept : words.sending;
  const state = sent === 'waiting' ? waiting : arrived && words[arrived];
  const arrival = state && <span class="arrival">{state}</span>;

  if (fact.type === 'message_received') {
    return (
      <div class={`said said-theirs${follows ? ' said-follows' : ''}`}>
        <Avatar id={customer.id} name={customer.name} />
        <p class="said-who">
          <bdi>{customer.name}</bdi> {time}
        </p>
        <Bubble text={fact.text} attachments={fact.attachments} files={files} />
        {meanwhile && <span class="arrival arrival-meanwhile">{words.meanwhile}</span>}
      </div>
    );
  }
  if (fact.type === 'replied') {
    return (
      <div class={`said said-ours${follows ? ' said-follows' : ''}`}>
        <p class="said-who">
          <bdi>{whoIs(by).name}</bdi> {time}
        </p>
        <Bubble text={fact.text} attachments={fact.attachments} files={files} />
        {arrival}
      </div>
    );
  }
  if (fact.type === 'note_added') {
    return (
      <div class="said said-note">
        <p class="said-who">
          <Icon name="lock" />
          <span>{words.note}</span>
        </p>
        <div class="bubble">
          <p class="said-author">
            <bdi>{whoIs(by).name}</bdi> {time}
          </p>
          <p dir="auto">
            <LinkedText text={fact.text} />
          </p>
        </div>
        {arrival}
      </div>
    );
  }
  return (
    <p class="done">
      {sentence(event, whoIs)} · {time} {arrival}
    </p>
  );
});

interface BubbleProps {
  text: string;
  attachments: readonly Attachment[] | undefined;
  files: Files;
}

/** What was said. Files need no words. */
function Bubble({ text, attachments, files }: BubbleProps) {
  return (
    <div class="bubble">
      {text.trim() !== '' && (
        <p dir="auto">
          <LinkedText text={text} />
        </p>
      )}
      <Attachments attachments={attachments} files={files} />
    </div>
  );
}

function Time({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at)}>
      {clockTime(at)}
    </time>
  );
}
