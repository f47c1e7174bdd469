// The files of a message that is being written. They are kept as its words are: a draft beside them.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Attachment } from '../rules/types.gen';
import { Backoff } from './backoff';
import type { Drafts } from './drafts';
import { type FileFault, type Files, fileBytesMax } from './files';

const place = 'reply-files';

/** So often a file sets out by itself before somebody is asked whether it shall once more. */
const attemptsMax = 4;

/** On its way, or why it did not arrive. */
export interface Coming {
  id: number;
  name: string;
  bytes: number;
  /** From 0 to 1. */
  part: number;
  fault: FileFault | null;
}

export interface Attaching {
  ready(conversation: string): readonly Attachment[];
  coming(conversation: string): ReadonlySignal<readonly Coming[]>;
  isComing(conversation: string): boolean;
  add(conversation: string, files: Iterable<File>): void;
  /** Files that are on the server already. */
  put(conversation: string, attachments: readonly Attachment[]): void;
  remove(conversation: string, attachment: Attachment): void;
  /** Stops it, or takes its fault off the screen. */
  drop(id: number): void;
  /** Of all conversations, those that are on their way. */
  dropAll(): void;
  /** One that did not arrive sets out once more. */
  again(id: number): void;
  /** The network is back: so do all that it had lost. */
  wake(): void;
  clear(conversation: string): void;
}

export interface AttachingOptions {
  drafts: Pick<Drafts, 'of' | 'write' | 'save'>;
  files: Files;
  /** Once the server knows the conversation: until then it takes no files for it. */
  admitted?: (conversation: string) => Promise<void>;
  bytesMax?: () => number;
}

interface Moving extends Coming {
  conversation: string;
  file: File;
}

export function createAttaching(options: AttachingOptions): Attaching {
  const { drafts, files, admitted = async () => {}, bytesMax = () => fileBytesMax } = options;
  const moving = signal<readonly Moving[]>([]);
  const stops = new Map<number, AbortController>();
  const lists = new Map<string, ReadonlySignal<readonly Coming[]>>();
  const backoff = new Backoff();
  let last = 0;

  const ready = (conversation: string): readonly Attachment[] =>
    JSON.parse(drafts.of(conversation, place).value || '[]') as Attachment[];

  function keep(conversation: string, attachments: readonly Attachment[]): void {
    drafts.write(conversation, place, attachments.length > 0 ? JSON.stringify(attachments) : '');
    // Nobody is in the middle of a word here.
    drafts.save();
  }

  const change = (id: number, to: Partial<Coming>) => {
    moving.value = moving.peek().map((one) => (one.id === id ? { ...one, ...to } : one));
  };

  function drop(id: number): void {
    stops.get(id)?.abort();
    stops.delete(id);
    moving.value = moving.peek().filter((one) => one.id !== id);
  }

  /** As often as it takes, within reason, on a network that loses things. */
  async function attempts({ id, conversation, file }: Moving, stop: AbortSignal): Promise<Attachment | FileFault> {
    await admitted(conversation);
    for (let attempt = 1; !stop.aborted; attempt += 1) {
      const brought = await files.bring(conversation, file, (part) => change(id, { part }), stop);
      if (brought !== 'lost') backoff.reset();
      if (brought !== 'lost' || attempt === attemptsMax) return brought;
      change(id, { part: 0 });
      await new Promise<void>((again) => backoff.later(again));
    }
    return 'stopped';
  }

  async function bring(one: Moving): Promise<void> {
    const { id, conversation, file } = one;
    if (file.size > bytesMax()) return change(id, { fault: 'too_large' });
    const stop = new AbortController();
    stops.set(id, stop);
    change(id, { part: 0, fault: null });
    const brought = await attempts(one, stop.signal);
    if (stop.signal.aborted) return;
    if (typeof brought === 'string') return change(id, { fault: brought });
    keep(conversation, [...ready(conversation), brought]);
    drop(id);
  }

  function again(id: number): void {
    const one = moving.peek().find((each) => each.id === id);
    if (one) void bring(one);
  }

  function coming(conversation: string): ReadonlySignal<readonly Coming[]> {
    const known = lists.get(conversation);
    if (known) return known;
    const made = computed(() => moving.value.filter((one) => one.conversation === conversation));
    lists.set(conversation, made);
    return made;
  }

  return {
    ready,
    coming,
    isComing: (conversation) => coming(conversation).value.some(({ fault }) => fault === null),
    add(conversation, all) {
      for (const file of all) {
        const { name, size: bytes } = file;
        const one: Moving = { id: ++last, conversation, file, name, bytes, part: 0, fault: null };
        moving.value = [...moving.peek(), one];
        void bring(one);
      }
    },
    put: (conversation, attachments) => keep(conversation, [...ready(conversation), ...attachments]),
    remove: (conversation, { id }) =>
      keep(
        conversation,
        ready(conversation).filter((one) => one.id !== id),
      ),
    drop,
    dropAll() {
      for (const { id } of moving.peek()) drop(id);
    },
    again,
    wake() {
      backoff.wake();
      for (const { id, fault } of moving.peek()) if (fault === 'lost') again(id);
    },
    clear: (conversation) => keep(conversation, []),
  };
}
