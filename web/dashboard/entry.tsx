import type { Attachment, Role } from '../rules/types.gen';
import type { Files } from '../sync/files';
import type { Customer } from '../sync/store';
import { Attachments } from '../ui/attachments';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { LinkedText } from '../ui/linked_text';
import { memo } from '../ui/memo';
import { clockTime, fullTime } from '../ui/time';
import type { Item } from './arrange';
import { useDesk } from './context';
import { sentence } from './sentences';
import './entry.css';

const arrivals = {
  kept: 'Not sent yet',
  waiting: 'Sending…',
  sent: 'Sent',
  seen: 'Seen',
  meanwhile: 'Arrived while the reply was being written',
};

type EntryProps = Omit<Item, 'newDay'> & { customer: Customer };

/** One thing that somebody said or did. */
export const Entry = memo(({ entry, follows, arrival: arrived, meanwhile, customer }: EntryProps) => {
  const { store, me, files } = useDesk();
  const { event, sent } = entry;
  const { fact, by } = event;
  const nameOf = (id: string, role: Role = 'agent') => (id === me.actor.id ? 'You' : store.nameOf({ role, id }));
  const time = <Time at={event.at} />;
  const waiting = store.connection.value.state === 'offline' ? arrivals.kept : arrivals.waiting;
  const state = sent === 'waiting' ? waiting : arrived && arrivals[arrived];
  const arrival = state && <span class="arrival">{state}</span>;

  if (fact.type === 'message_received') {
    return (
      <div class={`said said-theirs${follows ? ' said-follows' : ''}`}>
        <Avatar id={customer.id} name={customer.name} />
        <p class="said-who">
          {customer.name} {time}
        </p>
        <Bubble text={fact.text} attachments={fact.attachments} files={files} />
        {meanwhile && <span class="arrival arrival-meanwhile">{arrivals.meanwhile}</span>}
      </div>
    );
  }
  if (fact.type === 'replied') {
    return (
      <div class={`said said-ours${follows ? ' said-follows' : ''}`}>
        <p class="said-who">
          {nameOf(by.id)} {time}
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
          <span>Internal note · only your team sees this</span>
        </p>
        <div class="bubble">
          <p class="said-author">
            {nameOf(by.id)} {time}
          </p>
          <LinkedText text={fact.text} />
        </div>
        {arrival}
      </div>
    );
  }
  return (
    <p class="done">
      {sentence(event, nameOf)} · {time} {arrival}
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
        <span>
          <LinkedText text={text} />
        </span>
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
