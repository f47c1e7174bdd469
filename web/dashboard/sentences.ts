import type { Event, Fact, Role } from '../rules/types.gen';
import { fullTime } from '../ui/time';
import { topicName } from './topic_name';

type NameOf = (id: string, role?: Role) => string;
type Done = Exclude<Fact['type'], 'message_received' | 'replied' | 'note_added'>;

const system = 'Wrapup';

/** What was done, by whom; the texts of those who speak are drawn as they are. */
const sentences: { [Type in Done]: (who: string, fact: Extract<Fact, { type: Type }>, nameOf: NameOf) => string } = {
  started: (who, fact) =>
    fact.linked_to ? `${who} went on here from an earlier conversation` : `${who} started this conversation`,
  session_started: (who) => `${who} started the chat`,
  claimed: (who) => `${who} claimed this conversation`,
  released: (who) => `${who} unassigned this conversation`,
  assigned: (who, fact, nameOf) => `${who} assigned this conversation to ${lower(nameOf(fact.agent))}`,
  marked_no_reply_needed: (who) => `${who} marked this as needing no reply`,
  session_ended: (who) => `${who} ended the chat`,
  closed: (who) => `${who} closed this conversation`,
  reopened: (who) => `${who} reopened this conversation`,
  close_undone: (who) => `${who} undid the close`,
  snoozed: (who, { until }) => `${who} snoozed this until ${until === null ? 'the customer writes' : fullTime(until)}`,
  woken: (who) => `${who} brought this conversation back`,
  topics_set: (who, { topics }) =>
    topics.length === 0 ? `${who} took all topics away` : `${who} set the topics: ${topics.map(topicName).join(', ')}`,
  marked_read: (who) => `${who} read this conversation`,
  customer_left: () => 'The customer left the page',
  customer_returned: () => 'The customer came back',
};

const lower = (name: string) => (name === 'You' ? 'you' : name);

export function sentence({ by, fact }: Event, nameOf: NameOf): string {
  if (fact.type === 'message_received' || fact.type === 'replied' || fact.type === 'note_added') return fact.text;
  const who = by.role === 'system' ? system : nameOf(by.id, by.role);
  const say = sentences[fact.type] as (who: string, fact: Fact, nameOf: NameOf) => string;
  return say(who, fact, nameOf);
}
