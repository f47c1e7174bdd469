// What the tabs of one browser say to each other.
import type { Draft } from './kept';
import type { Connection, Freshness } from './model';
import type { OutgoingWhisper } from './outgoing';
import type { MeAnswer, PatchAnswer, TeamNotice, TypingNotice } from './protocol';

/** What the leader has heard, for the tabs that follow. */
export type News =
  | { type: 'begin'; answer: MeAnswer }
  | { type: 'me'; answer: MeAnswer }
  | { type: 'patch'; answer: PatchAnswer }
  | { type: 'typing'; notice: TypingNotice }
  | { type: 'team'; notice: TeamNotice }
  | { type: 'connection'; connection: Connection };

/** What any tab has done that concerns the others. */
export type Whisper =
  | OutgoingWhisper
  | { type: 'hello' }
  /** This tab leads from now on. What the one before it had kept, it may not have told. */
  | { type: 'leads'; connection: Connection }
  | { type: 'dismissed'; id: string }
  | { type: 'draft'; draft: Draft }
  /** Asks the leader to look anew whether somebody is signed in. */
  | { type: 'reset' };

export function freshness(connection: Connection): Freshness {
  if (connection.state === 'live') return { state: 'live' };
  if (connection.state === 'connecting') return { state: 'behind', since: connection.since };
  return { state: 'offline', since: connection.state === 'offline' ? connection.since : null };
}
