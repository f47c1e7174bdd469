// The words for what the rules say to customers. They are in words/customers/, one file for each language.
import type { Rejection, Role } from './types.gen';
import { customers as en } from './words/customers/en';

/** Why not: by the rules, or because of what lies between this page and the server. */
export type Reason = Rejection | 'newer_client' | 'needs_connection';

/** The reasons for which something that a customer can ask for is refused. */
type CustomersRejection = Extract<
  Rejection,
  | 'not_permitted'
  | 'unknown_conversation'
  | 'already_started'
  | 'no_customer'
  | 'closed'
  | 'not_closed'
  | 'locked'
  | 'no_active_session'
  | 'nothing_to_do'
  | 'invalid_text'
  | 'empty'
  | 'too_long'
  | 'undo_window_open'
  | 'already_rated'
  | 'invalid_score'
  | 'too_many_attachments'
  | 'unknown_attachment'
>;

export interface CustomerWords {
  somebody: Record<Role, string>;
  rejections: Record<CustomersRejection, string>;
  needsConnection: string;
  newerClient: string;
  /** For the reason that a newer server has, and these words do not. */
  unknownReason: string;
  notLoaded: { unreachable: string; forbidden: string; wrong: string };
}

export let { somebody } = en;

let words: CustomerWords = en;

/** From now on, everything here is said in these words. */
export function speakToCustomers(spoken: CustomerWords): void {
  words = spoken;
  ({ somebody } = spoken);
}

/** Why not. */
export function whyNot(code: Reason): string {
  if (code === 'needs_connection') return words.needsConnection;
  if (code === 'newer_client') return words.newerClient;
  // A server that is newer than this page may have reasons that it has no words for.
  const rejections: Partial<Record<Rejection, string>> = words.rejections;
  return rejections[code] ?? words.unknownReason;
}

/** Why something could not be loaded, from the status of the answer; 0 where there was none. */
export function whyNotLoaded(status: number): string {
  if (status === 0) return words.notLoaded.unreachable;
  return status === 403 ? words.notLoaded.forbidden : words.notLoaded.wrong;
}
