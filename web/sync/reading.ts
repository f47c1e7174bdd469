// Who has read how far.
import type { Conversation } from '../rules/types.gen';
import type { Me } from './protocol';
import type { Confirmed } from './replica';

const readBy = ({ reads }: Conversation, person: string): number =>
  reads.find(({ reader }) => reader.id === person)?.up_to ?? 0;

/** Up to which version the other side has read: the customer, or anybody of the house. 0: nothing. */
export function readByOthers({ reads }: Conversation, others: 'customer' | 'house'): number {
  const theirs = reads.filter(({ reader }) => (reader.role === 'customer') === (others === 'customer'));
  return Math.max(0, ...theirs.map(({ up_to }) => up_to));
}

/** Whether there is an answer that this customer has not read. */
export function hasUnreadAnswer(self: Me, { row, events }: Confirmed): boolean {
  const answer = events?.findLast(({ event }) => event.fact.type === 'replied')?.event.version ?? 0;
  return answer > readBy(row.state, self.actor.id);
}
