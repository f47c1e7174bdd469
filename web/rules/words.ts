// The words for what the rules say: labels of buttons, reasons for a no. They are in words/, one file for each language.
import type { Badge, ButtonId, Channel, Command, Group, Rejection, Role, Status, Warning } from './types.gen';
import { en } from './words/en';

export type Preset = 'long' | 'short';

/** Why not: by the rules, or because of what lies between this page and the server. */
export type Reason = Rejection | 'newer_client' | 'needs_connection';

export interface RuleWords {
  labels: Record<ButtonId, Record<Preset, string>>;
  warnings: Record<Warning, string>;
  statuses: Record<Status, string>;
  badges: Record<Badge, string>;
  channels: Record<Channel, string>;
  groups: Record<Group, string>;
  somebody: Record<Role, string>;
  rejections: Record<Rejection, string>;
  /** Those that are better said with the name of the owner; null: nobody owns it. Null for an answer: said as always. */
  ofOwner: Partial<Record<Rejection, (owner: string | null) => string | null>>;
  needsConnection: string;
  newerClient: string;
  /** For the reason that a newer server has, and these words do not. */
  unknownReason: string;
  /** What was not done, now that the command was refused. */
  undone: Record<Command['type'], string>;
  claimedFirst(owner: string | null | undefined): string;
  unreachable: string;
  wrong: string;
  notLoaded: { unreachable: string; forbidden: string; wrong: string };
}

export let { labels, warnings, statuses, badges, channels, groups, somebody, rejections } = en;

let words: RuleWords = en;

/** From now on, everything here is said in these words. */
export function speakRules(spoken: RuleWords): void {
  words = spoken;
  ({ labels, warnings, statuses, badges, channels, groups, somebody, rejections } = spoken);
}

/** Why not. `owner` is a name, null where nobody owns the conversation, undefined where that is not known. */
export function whyNot(code: Reason, owner?: string | null): string {
  if (code === 'needs_connection') return words.needsConnection;
  if (code === 'newer_client') return words.newerClient;
  const named = owner === undefined ? null : words.ofOwner[code]?.(owner);
  // A server that is newer than this page may have reasons that it has no words for.
  return named ?? rejections[code] ?? words.unknownReason;
}

/** What became of a command that was refused. `owner` as in whyNot. */
export function refusal(command: Command['type'], code: Reason, owner?: string | null): string {
  if (command === 'claim' && code === 'owned_by') return words.claimedFirst(owner);
  return `${words.undone[command]} ${whyNot(code, owner)}`;
}

/** Why something was not done, from the status of the answer; 0 where there was none. */
export function whyNotDone(status: number): string {
  if (status === 0) return words.unreachable;
  return status === 403 ? rejections.not_permitted : words.wrong;
}

/** Why something could not be loaded, from the status of the answer; 0 where there was none. */
export function whyNotLoaded(status: number): string {
  if (status === 0) return words.notLoaded.unreachable;
  return status === 403 ? words.notLoaded.forbidden : words.notLoaded.wrong;
}
