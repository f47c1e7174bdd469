// The package @wrapup/rules, for those who have no Wrapup around them: the rules, with a default for everything that a
// Wrapup would know, and the words. The pages of Wrapup itself use rules.ts.
import type {
  Actor,
  Availability,
  Candidate,
  Choice,
  Rules as CoreRules,
  Decision,
  Explanation,
  History,
  Request,
  Setting,
} from './rules';
import { loadRules as load } from './rules';
import type { Command, Conversation, Rejection } from './types.gen';

export type * from './rules';
export { badges, labels, refusal, rejections, statuses, warnings, whyNot } from './words';

/** Without a policy the default one, without colleagues nobody else, without a time now. */
type Given = Partial<Setting>;

/** Unless it says otherwise, they have seen everything and confirmed nothing. */
type Asked = Pick<Request, 'actor' | 'steps'> & Partial<Request>;

/** The rules of rules.ts, with less to be given. This name hides the one exported above. */
export interface Rules extends Omit<CoreRules, 'available'> {
  decide(conversation: Conversation, request: Asked, setting?: Given): Decision;
  /** Why this person may not give this command now, with everything seen and confirmed; null: they may. */
  can(conversation: Conversation, actor: Actor, command: Command, setting?: Given): Rejection | null;
  /** Every button that has a place here for this person, and why it is disabled if it is. */
  buttons(conversation: Conversation, actor: Actor, setting?: Given): Availability[];
  /** How the conversation stood at a moment of its history, for this person, and why. */
  explain(history: Pick<History, 'events'> & Partial<History>, actor: Actor, at?: number): Explanation;
  due(conversation: Conversation, actor: Actor, setting?: Given): number | null;
  unread(conversation: Conversation, actor: Actor, setting?: Given): boolean;
  next(candidates: Iterable<Candidate>, actor: Actor, setting?: Given): Choice;
}

/** `wasm` is the address of wrapup.wasm (not in Node), or its bytes; by itself it is found beside this file. */
export async function loadRules(
  wasm: string | Uint8Array = new URL('./wrapup.wasm', import.meta.url).href,
): Promise<Rules> {
  const { available, ...rules } = await load(wasm);
  // The same objects each time, so that the rules need not take them in again.
  const defaultPolicy = rules.defaultPolicy();
  const nobody: Actor[] = [];
  const whole = ({ policy = defaultPolicy, colleagues = nobody, at = Date.now() }: Given = {}) => ({
    policy,
    colleagues,
    at,
  });

  return {
    ...rules,
    decide: (conversation, { actor, steps, seen = conversation.version, confirmed = [] }, setting) =>
      rules.decide(conversation, { actor, seen, confirmed, steps }, whole(setting)),
    can: (conversation, actor, command, setting) => rules.can(conversation, actor, command, whole(setting)),
    buttons: (conversation, actor, setting) => available(conversation, actor, whole(setting)),
    explain: ({ events, policies = [], colleagues = nobody }, actor, at = Date.now()) =>
      rules.explain({ policies, colleagues, events }, actor, at),
    due: (conversation, actor, setting) => rules.due(conversation, actor, whole(setting)),
    unread: (conversation, actor, setting) => rules.unread(conversation, actor, whole(setting)),
    next: (candidates, actor, setting) => rules.next(candidates, actor, whole(setting)),
  };
}
