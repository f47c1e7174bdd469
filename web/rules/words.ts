// The words for what the rules say: labels of buttons, reasons for a no. They are in words/, one file for each language.

import { type CustomerWords, type Reason, speakToCustomers, whyNot as whyNotAtAll } from './customer_words';
import type { Badge, ButtonId, Channel, Command, Group, Rejection, Status, Warning } from './types.gen';
import { en } from './words/en';

export { type Reason, somebody, whyNotLoaded } from './customer_words';

export type Preset = 'long' | 'short';

export interface RuleWords extends CustomerWords {
  labels: Record<ButtonId, Record<Preset, string>>;
  warnings: Record<Warning, string>;
  statuses: Record<Status, string>;
  badges: Record<Badge, string>;
  channels: Record<Channel, string>;
  groups: Record<Group, string>;
  rejections: Record<Rejection, string>;
  /** Those that are better said with the name of the owner; null: nobody owns it. Null for an answer: said as always. */
  ofOwner: Partial<Record<Rejection, (owner: string | null) => string | null>>;
  /** What was not done, now that the command was refused. */
  undone: Record<Command['type'], string>;
  claimedFirst(owner: string | null | undefined): string;
  unreachable: string;
  wrong: string;
}

export let { labels, warnings, statuses, badges, channels, groups, rejections } = en;

let words: RuleWords = en;
speakToCustomers(en);

/** From now on, everything here is said in these words. */
export function speakRules(spoken: RuleWords): void {
  words = spoken;
  speakToCustomers(spoken);
  ({ labels, warnings, statuses, badges, channels, groups, rejections } = spoken);
}

/** Why not. `owner` is a name, null where nobody owns the conversation, undefined where that is not known. */
export function whyNot(code: Reason, owner?: string | null): string {
  const isRule = code !== 'needs_connection' && code !== 'newer_client';
  const named = owner === undefined || !isRule ? null : words.ofOwner[code]?.(owner);
  return named ?? whyNotAtAll(code);
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
