// The words for what the rules say: labels of buttons, reasons for a no. The only place where they are written.
import type { Badge, ButtonId, Channel, Command, Group, Rejection, Role, Status, Warning } from './types.gen';

export type Preset = 'long' | 'short';

/** Why not: by the rules, or because of what lies between this page and the server. */
export type Reason = Rejection | 'newer_client' | 'needs_connection';

export const labels: Record<ButtonId, Record<Preset, string>> = {
  claim: { long: 'Claim', short: 'Claim' },
  take_over: { long: 'Take over', short: 'Take over' },
  release: { long: 'Unclaim', short: 'Unclaim' },
  close_and_next: { long: 'Close & Next', short: 'Close & Next' },
  next: { long: 'Next', short: 'Next' },
  close: { long: 'Close', short: 'Close' },
  end_and_close: { long: 'End Chat and Close', short: 'End & Close' },
  end: { long: 'End Chat', short: 'End' },
  no_reply_needed: { long: 'No Reply Needed', short: 'No Reply Needed' },
  reopen: { long: 'Reopen', short: 'Reopen' },
  send: { long: 'Send', short: 'Send' },
  send_and_close: { long: 'Send and close', short: 'Send & Close' },
  add_note: { long: 'Add note', short: 'Add note' },
  send_message: { long: 'Send', short: 'Send' },
  end_chat: { long: 'End chat', short: 'End chat' },
  assign: { long: 'Hand over to…', short: 'Hand over' },
  snooze: { long: 'Snooze', short: 'Snooze' },
  wake: { long: 'Wake now', short: 'Wake' },
  set_topics: { long: 'Topics', short: 'Topics' },
  undo_close: { long: 'Undo close', short: 'Undo' },
  send_close_and_next: { long: 'Send and close & next', short: 'Send, Close & Next' },
  send_and_snooze: { long: 'Send and snooze', short: 'Send & Snooze' },
};

export const warnings: Record<Warning, string> = {
  over_capacity: 'You have as many conversations in hand as your capacity allows. You can still take this one.',
};

export const statuses: Record<Status, string> = { new: 'New', open: 'Open', waiting: 'Waiting', closed: 'Closed' };
export const badges: Record<Badge, string> = { open: 'Open', closed: 'Closed' };

export const channels: Record<Channel, string> = {
  chat: 'Chat',
  email: 'Email',
  call: 'Call',
  voicemail: 'Voicemail',
  sms: 'SMS',
  social: 'Social',
  task: 'Task',
  note: 'Note',
};

export const groups: Record<Group, string> = { voice: 'Voice', messaging: 'Messaging', mail: 'Mail' };

export const somebody: Record<Role, string> = {
  customer: 'A visitor',
  agent: 'An agent',
  supervisor: 'A supervisor',
  admin: 'An admin',
  system: 'Wrapup',
};

export const rejections: Record<Rejection, string> = {
  not_permitted: 'Your role does not allow this.',
  unknown_conversation: 'This conversation does not exist, or you may not see it.',
  already_started: 'This conversation has already been started.',
  no_customer: 'There is no customer here to write to.',
  closed: 'This conversation is closed.',
  not_closed: 'This conversation is still open.',
  locked: 'This conversation is closed and takes no new messages.',
  owned_by: 'Somebody else owns this conversation.',
  unowned: 'Claim this conversation to reply.',
  not_owner: 'Only the owner of this conversation can do this.',
  unknown_agent: 'This colleague does not work on this site.',
  no_active_session: 'The chat has already ended.',
  session_active: 'End the chat first.',
  unseen_message: 'The customer has written something you have not seen yet.',
  nothing_owed: 'There is nothing here to answer.',
  nothing_to_do: 'There is nothing to do: it is so already.',
  reply_owed: 'The customer is still waiting for a reply.',
  invalid_text: 'This text contains characters that cannot be sent.',
  empty: 'Write something first.',
  too_long: 'This is longer than 20,000 characters. Please shorten it.',
  unavailable: 'Set yourself to available to get the next customer.',
  at_capacity: 'You have as many conversations in hand as your capacity allows.',
  nobody_waits: 'Nobody is waiting for help.',
  topic_required: 'Choose a topic first.',
  unknown_topic: 'There is no such topic (any more).',
  not_closer: 'Only the person who closed this conversation can undo that.',
  undo_window_over: 'It is too late to undo this. You can reopen the conversation.',
  snooze_in_past: 'This time has passed already. Choose a later one.',
  not_snoozed: 'This conversation is not snoozed.',
  too_many_attachments: 'More than 10 files do not fit into one message.',
  unknown_attachment: 'A file of this message is not on the server (any more). Attach it again.',
};

/** Those that are better said with the name of the owner; null: nobody owns it. */
const aboutTheOwner: Partial<Record<Rejection, (owner: string | null) => string>> = {
  owned_by: (owner) => (owner === null ? rejections.owned_by : `${owner} owns this conversation.`),
  not_owner: (owner) =>
    owner === null ? 'Claim this conversation first.' : `Only ${owner}, who owns this conversation, can do this.`,
};

/** Why not. `owner` is a name, null where nobody owns the conversation, undefined where that is not known. */
export function whyNot(code: Reason, owner?: string | null): string {
  if (code === 'needs_connection') return 'Only the server can decide this: it has to wait for the connection.';
  if (code === 'newer_client')
    return 'The server does not understand this yet. It stays here until the server has been updated.';
  const named = owner === undefined ? undefined : aboutTheOwner[code]?.(owner);
  // A server that is newer than this page may have reasons that it has no words for.
  return named ?? rejections[code] ?? 'The server refused this.';
}

const undone: Record<Command['type'], string> = {
  start: 'Your conversation was not started.',
  claim: 'This conversation was not claimed.',
  release: 'This conversation was not unclaimed.',
  assign: 'This conversation still has the owner it had.',
  receive: 'Your message was not sent.',
  reply: 'Your reply was not sent.',
  add_note: 'Your note was not added.',
  no_reply_needed: 'Nothing was changed.',
  end: 'The chat was not ended.',
  close: 'Nothing was closed.',
  reopen: 'This conversation was not reopened.',
  undo_close: 'The close was not undone.',
  snooze: 'This conversation was not snoozed.',
  wake: 'This conversation was not brought back.',
  set_topics: 'The topics were not changed.',
  mark_read: 'Nothing was changed.',
  left: 'Nothing was changed.',
  returned: 'Nothing was changed.',
  next: 'There is no next conversation.',
};

/** What became of a command that was refused. `owner` as in whyNot. */
export function refusal(command: Command['type'], code: Reason, owner?: string | null): string {
  if (command === 'claim' && code === 'owned_by') return `${owner ?? 'Somebody else'} claimed this conversation first.`;
  return `${undone[command]} ${whyNot(code, owner)}`;
}

/** Why something was not done, from the status of the answer; 0 where there was none. */
export function whyNotDone(status: number): string {
  if (status === 0) return 'The server cannot be reached. Nothing was changed.';
  if (status === 403) return rejections.not_permitted;
  return 'Something went wrong on the server. Nothing was changed.';
}

/** Why something could not be loaded, from the status of the answer; 0 where there was none. */
export function whyNotLoaded(status: number): string {
  if (status === 0) return 'The server cannot be reached. Trying again…';
  if (status === 403) return 'You do not have access to this.';
  return 'Something went wrong on the server. Trying again…';
}
