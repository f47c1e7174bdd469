// What the widget says of an event and of the connection.
import type { Event } from '../rules/types.gen';
import type { Connection } from '../sync/model';
import { words } from '../words/widget';

type NameOf = (author: Event['by']) => string;

/** A line between the messages, or null where there is nothing to say. `next` is what happened right after. */
export function lineOf(event: Event, next: Event | undefined, nameOf: NameOf): string | null {
  const { by, fact } = event;
  const who = by.role === 'customer' ? null : nameOf(by);
  switch (fact.type) {
    case 'claimed':
      return words.joined(nameOf(by));
    case 'assigned':
      return words.joined(nameOf({ role: 'agent', id: fact.agent }));
    case 'released':
      return words.left(nameOf(by));
    case 'session_ended':
      // That it was closed tells that, too.
      return next?.fact.type === 'closed' && next.by.id === by.id ? null : words.ended(who);
    case 'closed':
      return words.closed(who);
    case 'reopened':
    case 'close_undone':
      return words.reopened(who);
    case 'started':
    case 'session_started':
    case 'message_received':
    case 'replied':
    case 'note_added':
    case 'marked_no_reply_needed':
    case 'snoozed':
    case 'woken':
    case 'topics_set':
    case 'marked_read':
    case 'customer_left':
    case 'customer_returned':
    case 'identified':
      return null;
    case 'rated':
      return words.rated(fact.score);
  }
}

/** Null while there is nothing to tell. */
export function connectionWords(connection: Connection, waiting: number): string | null {
  if (connection.state !== 'offline') return null;
  return waiting > 0 ? words.offlineKept : words.offline;
}
