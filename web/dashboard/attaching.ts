// The files of a reply that is being written. They are kept as its words are: a draft beside them.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Attachment } from '../rules/types.gen';
import type { FileFault, Files } from '../sync/files';
import type { Store } from '../sync/store';

const place = 'reply-files';

/** On its way, or why it did not arrive. */
export interface Coming {
  id: number;
  name: string;
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
  clear(conversation: string): void;
}

interface Moving extends Coming {
  conversation: string;
}

export function createAttaching(drafts: Store['drafts'], files: Files): Attaching {
  const moving = signal<readonly Moving[]>([]);
  const stops = new Map<number, AbortController>();
  const lists = new Map<string, ReadonlySignal<readonly Coming[]>>();
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

  async function bring(conversation: string, file: File): Promise<void> {
    const id = ++last;
    const stop = new AbortController();
    stops.set(id, stop);
    moving.value = [...moving.peek(), { id, conversation, name: file.name, part: 0, fault: null }];
    const brought = await files.bring(conversation, file, (part) => change(id, { part }), stop.signal);
    if (stop.signal.aborted) return;
    if (typeof brought === 'string') {
      change(id, { fault: brought });
    } else {
      keep(conversation, [...ready(conversation), brought]);
      drop(id);
    }
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
      for (const file of all) void bring(conversation, file);
    },
    put: (conversation, attachments) => keep(conversation, [...ready(conversation), ...attachments]),
    remove: (conversation, { id }) =>
      keep(
        conversation,
        ready(conversation).filter((one) => one.id !== id),
      ),
    drop,
    clear: (conversation) => keep(conversation, []),
  };
}
