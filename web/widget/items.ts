// The transcript as it is drawn: messages in groups, and the lines between them.
import type { Attachment, Event } from '../rules/types.gen';
import type { TranscriptEntry } from '../sync/model';
import { sameDay } from '../ui/time';
import { lineOf } from './lines';

const together_ms = 5 * 60_000;

export interface Message {
  kind: 'message';
  key: string;
  version: number;
  text: string;
  attachments: readonly Attachment[];
  at: number;
  by: Event['by'];
  mine: boolean;
  sent: TranscriptEntry['sent'];
  /** First and last of what one person said in one go. */
  first: boolean;
  last: boolean;
}

export type Item = Message | { kind: 'line'; key: string; text: string } | { kind: 'day'; key: string; at: number };

type NameOf = (author: Event['by']) => string;

/** Whatever id the visitor had when they wrote it. */
export const isMine = ({ role }: Event['by']): boolean => role === 'customer';

const sameSide = ({ mine, by }: Message, next: Event['by']) => (isMine(next) ? mine : by.id === next.id);

export function itemsOf(transcript: readonly TranscriptEntry[], nameOf: NameOf): Item[] {
  const items: Item[] = [];
  let day: number | null = null;
  transcript.forEach(({ event, sent }, at) => {
    const { fact, by, version } = event;
    const said = fact.type === 'message_received' || fact.type === 'replied' ? fact : null;
    const line = lineOf(event, transcript[at + 1]?.event, nameOf);
    if (said === null && line === null) return;
    if (day === null || !sameDay(day, event.at)) items.push({ kind: 'day', key: `day ${version}`, at: event.at });
    day = event.at;
    if (line !== null) items.push({ kind: 'line', key: `line ${version}`, text: line });
    if (said === null) return;
    const before = items.at(-1);
    const goesOn = before?.kind === 'message' && sameSide(before, by) && event.at - before.at < together_ms;
    if (goesOn) before.last = false;
    const mine = isMine(by);
    items.push({
      kind: 'message',
      key: `${version}`,
      version,
      text: said.text,
      attachments: said.attachments ?? [],
      at: event.at,
      by,
      mine,
      sent,
      first: !goesOn,
      last: true,
    });
  });
  return items;
}
