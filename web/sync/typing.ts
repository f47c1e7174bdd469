// Who is writing where, as far as that was told lately; and tells when somebody here does. Nothing of it is kept.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Author } from '../rules/types.gen';
import type { StoredEvent, TypingNotice } from './protocol';
import type { Transport } from './transport';

/** Whoever goes on writing says so again before that has passed. */
export const shown_ms = 6_000;
export const told_ms = 3_000;

export class Typing {
  readonly #transport: Transport;
  readonly #by = new Map<string, Signal<Author | null>>();
  readonly #over = new Map<string, ReturnType<typeof setTimeout>>();
  #told = { conversation: '', at: 0 };

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  in(conversation: string): ReadonlySignal<Author | null> {
    return this.#in(conversation);
  }

  hear({ conversation, by }: TypingNotice): void {
    this.#in(conversation).value = by;
    clearTimeout(this.#over.get(conversation));
    this.#over.set(
      conversation,
      setTimeout(() => this.#clear(conversation), shown_ms),
    );
  }

  /** What was being written is there. */
  said(events: readonly StoredEvent[]): void {
    for (const { conversation, event } of events)
      if (this.#by.get(conversation)?.peek()?.id === event.by.id) this.#clear(conversation);
  }

  /** Somebody here is writing; the server is told now and then. `now`: milliseconds. */
  tell(conversation: string, now: number): void {
    if (this.#told.conversation === conversation && now - this.#told.at < told_ms) return;
    this.#told = { conversation, at: now };
    void this.#transport.post('typing', { conversation });
  }

  close(): void {
    for (const timer of this.#over.values()) clearTimeout(timer);
  }

  #in(conversation: string): Signal<Author | null> {
    const known = this.#by.get(conversation) ?? signal<Author | null>(null);
    this.#by.set(conversation, known);
    return known;
  }

  #clear(conversation: string): void {
    clearTimeout(this.#over.get(conversation));
    this.#over.delete(conversation);
    this.#in(conversation).value = null;
  }
}
