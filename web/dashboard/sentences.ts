import type { Author, Event, Fact } from '../rules/types.gen';
import { somebody } from '../rules/words';
import { fullTime } from '../ui/time';
import { words } from '../words/dashboard';
import { list } from '../words/list';
import type { Who } from '../words/who';
import { useDesk } from './context';
import { topicName } from './topic_name';

type WhoIs = (author: Author) => Who;
type Done = Exclude<Fact['type'], 'message_received' | 'replied' | 'note_added'>;

const { events } = words.conversation;

/** What was done, by whom; the texts of those who speak are drawn as they are. */
const sentences: { [Type in Done]: (who: Who, fact: Extract<Fact, { type: Type }>, whoIs: WhoIs) => string } = {
  ...events,
  started: (who, fact) => (fact.linked_to ? events.continued(who) : events.started(who)),
  assigned: (who, { agent }, whoIs) => events.assigned(who, whoIs({ role: 'agent', id: agent })),
  snoozed: (who, { until }) => events.snoozed(who, until === null ? null : fullTime(until)),
  rated: (who, { score, text }) => events.rated(who, score, text.trim() === '' ? null : text),
  topics_set: (who, { topics }) => events.topics_set(who, topics.length > 0 ? list(topics.map(topicName)) : null),
};

export function sentence({ by, fact }: Event, whoIs: WhoIs): string {
  if (fact.type === 'message_received' || fact.type === 'replied' || fact.type === 'note_added') return fact.text;
  const say = sentences[fact.type] as (who: Who, fact: Fact, whoIs: WhoIs) => string;
  return say(whoIs(by), fact, whoIs);
}

/** Names everybody to the one who reads, who is "You". */
export function useWho(): WhoIs {
  const { store, me } = useDesk();
  return (author) => {
    if (author.role === 'system') return { name: somebody.system, you: false };
    if (author.id === me.actor.id) return { name: words.app.shared.you, you: true };
    return { name: store.nameOf(author), you: false };
  };
}
