// What is being written, apart for each conversation and place to write. Every tab shows the same, and keeps it.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Draft } from './kept';

/** A draft is kept once its writer has paused for so long. */
const pause_ms = 200;

export interface DraftListener {
  /** To be kept, and told to the other tabs. */
  save(draft: Draft): void;
  /** What was kept, where it can be had at once. */
  load?(conversation: string, tab: string): string;
}

export class Drafts {
  /** Whether anything is being written anywhere. */
  readonly any = signal(false);
  readonly #listener: DraftListener;
  readonly #drafts = new Map<string, Signal<string>>();
  readonly #unsaved = new Map<string, Draft>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: DraftListener) {
    this.#listener = listener;
  }

  of(conversation: string, tab: string): ReadonlySignal<string> {
    return this.#signal(conversation, tab);
  }

  write(conversation: string, tab: string, text: string): void {
    this.#set(conversation, tab, text);
    this.#unsaved.set(keyOf(conversation, tab), { conversation, tab, text });
    clearTimeout(this.#timer);
    // What was sent is gone at once: it must not come back as a draft.
    if (text === '') this.save();
    else this.#timer = setTimeout(() => this.save(), pause_ms);
  }

  /** Behind what is there already. */
  append(conversation: string, tab: string, text: string): void {
    const before = this.of(conversation, tab).peek().trimEnd();
    this.write(conversation, tab, before ? `${before}\n\n${text}` : text);
  }

  /** None is left, here or where they are kept. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#unsaved.clear();
    for (const [key, draft] of this.#drafts) {
      const [conversation = '', tab = ''] = key.split(' ');
      draft.value = '';
      this.#listener.save({ conversation, tab, text: '' });
    }
    this.any.value = false;
  }

  /** What has not been kept yet is kept now, as before the page goes away. */
  save(): void {
    clearTimeout(this.#timer);
    const unsaved = [...this.#unsaved.values()];
    this.#unsaved.clear();
    for (const draft of unsaved) this.#listener.save(draft);
  }

  /** From what was kept, or from another tab; what is being written here has the last word. */
  take({ conversation, tab, text }: Draft): void {
    if (!this.#unsaved.has(keyOf(conversation, tab))) this.#set(conversation, tab, text);
  }

  #set(conversation: string, tab: string, text: string): void {
    this.#signal(conversation, tab).value = text;
    this.any.value = [...this.#drafts.values()].some((draft) => draft.peek().trim() !== '');
  }

  #signal(conversation: string, tab: string): Signal<string> {
    const key = keyOf(conversation, tab);
    const known = this.#drafts.get(key);
    if (known) return known;
    const made = signal(this.#listener.load?.(conversation, tab) ?? '');
    this.#drafts.set(key, made);
    return made;
  }
}

// An id has no space.
const keyOf = (conversation: string, tab: string) => `${conversation} ${tab}`;
