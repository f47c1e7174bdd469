// Which conversation is on the screen, and what is being written.
import { computed, signal } from '@preact/signals';
import type { Reason } from '../rules/words';
import { Drafts } from '../sync/drafts';
import { newId } from '../sync/id';
import type { ConversationState, Store } from '../sync/store';
import { drop, keep, kept } from './kept';
import { allows, type Summary, summaryOf } from './summary';
import { type Around, Visit } from './visit';

export type Ready = Extract<ConversationState, { status: 'ready' }>;

/** A conversation that begins with the next message. */
export interface Beginning {
  /** Once something was sent. */
  id: string | null;
  linkedTo: string | null;
  /** What was sent already, while the server gets to know the visitor. It survives the page until the store has it. */
  sent: readonly string[];
}

export type Screen =
  | { kind: 'loading' }
  | { kind: 'failed'; why: string }
  | { kind: 'beginning'; beginning: Beginning }
  | { kind: 'conversation'; id: string; state: Ready };

/** The draft of a conversation that has not begun. */
const unborn = 'new';
const place = 'message';

export class Chat {
  readonly visit: Visit;
  readonly screen = computed(() => this.#screen());
  readonly #drafts: Drafts;
  readonly #begunKey: string;
  readonly #beginning = signal<Beginning | null>(null);
  readonly #chosen = signal<string | null>(null);

  constructor(site: string, around: () => Promise<Around>) {
    this.visit = new Visit(site, around, {
      forgotten: (unsent) => this.#startOver(unsent),
      left: () => this.#clear(),
    });
    this.#begunKey = `begun:${site}`;
    const keyOf = (conversation: string) => `draft:${site}:${conversation}`;
    this.#drafts = new Drafts({
      save: ({ conversation, text }) => (text === '' ? drop(keyOf(conversation)) : keep(keyOf(conversation), text)),
      load: (conversation) => kept(keyOf(conversation)) ?? '',
    });
    window.addEventListener('pagehide', () => this.#drafts.save());
    const begun = kept(this.#begunKey);
    if (begun !== null) this.#begin(JSON.parse(begun) as Beginning & { id: string });
  }

  /** What is being written where one is. */
  get draft(): string {
    return this.#drafts.of(this.#where, place).value;
  }

  write(text: string): void {
    this.#drafts.write(this.#where, place, text);
    const screen = this.screen.peek();
    if (screen.kind === 'conversation' && text !== '') this.visit.store.peek()?.tellTyping(screen.id);
  }

  /** Whether it was sent; the draft stays otherwise. */
  send(): boolean {
    const where = this.#where;
    const text = this.#drafts.of(where, place).peek();
    const screen = this.screen.peek();
    if (text.trim() === '') return false;
    if (screen.kind === 'conversation') {
      const refused = this.visit.store.peek()?.press(screen.id, 'send_message', { text });
      if (refused !== null) return false;
    } else if (screen.kind === 'beginning') {
      const { id, linkedTo, sent } = screen.beginning;
      const begun = { id: id ?? newId(), linkedTo, sent: [...sent, text] };
      keep(this.#begunKey, JSON.stringify(begun));
      if (id === null) this.#begin(begun);
      else this.#beginning.value = begun;
    } else return false;
    this.#drafts.write(where, place, '');
    return true;
  }

  /** Begins anew, with what was written and could not be sent. */
  startNew(linkedTo: string, unsent = ''): void {
    const written = this.draft;
    this.write('');
    this.#beginning.value = { id: null, linkedTo, sent: [] };
    this.write([unsent, written].filter(Boolean).join('\n\n'));
  }

  /** Looks at an earlier one. */
  look(id: string): void {
    this.#beginning.value = null;
    this.#chosen.value = id;
  }

  /** A new conversation, with a text that the visitor can send or change. */
  begin(text = ''): void {
    const screen = this.screen.peek();
    if (screen.kind === 'conversation') this.startNew(screen.id, text);
    else if (text !== '') this.write([this.draft, text].filter(Boolean).join('\n\n'));
  }

  /** The visitor ends the chat. */
  end(): Reason | null {
    const [screen, store] = [this.screen.peek(), this.visit.store.peek()];
    return screen.kind === 'conversation' && store ? store.press(screen.id, 'end_chat') : 'unknown_conversation';
  }

  /** Whether a command of the page would do something now. */
  can(command: string): boolean {
    const screen = this.screen.peek();
    if (command !== 'endConversation') return true;
    return screen.kind === 'conversation' && allows(screen.state, 'end_chat');
  }

  /** What a page may know of how things stand. */
  get summary(): Summary {
    return summaryOf(this);
  }

  get #where(): string {
    const screen = this.screen.value;
    const id = screen.kind === 'beginning' ? screen.beginning.id : screen.kind === 'conversation' ? screen.id : null;
    return id ?? unborn;
  }

  /** Not a word of it stays. */
  #clear(): void {
    this.#drafts.clear();
    drop(this.#begunKey);
    this.#beginning.value = null;
    this.#chosen.value = null;
  }

  #startOver(unsent: string[]): void {
    const sent = this.#beginning.peek()?.sent ?? [];
    const text = [...sent, ...unsent, this.draft].filter(Boolean).join('\n\n');
    drop(this.#begunKey);
    this.#beginning.value = null;
    this.#chosen.value = null;
    this.#drafts.write(unborn, place, text);
  }

  #begin(begun: Beginning & { id: string }): void {
    this.#beginning.value = begun;
    void this.visit.join().then((store) => this.#hand(store, begun.id));
  }

  /** What was sent is the store's from now on. */
  async #hand(store: Store, id: string): Promise<void> {
    const { linkedTo, sent } = this.#beginning.peek() ?? anew.beginning;
    // A page that went away may have got as far as this.
    const asked = store.pending.peek().filter(({ conversation }) => conversation === id).length;
    for (const [at, text] of sent.entries()) {
      if (at < asked) continue;
      if (at === 0) store.startConversation(text, linkedTo, id);
      else store.press(id, 'send_message', { text });
    }
    this.look(id);
    await store.settled();
    drop(this.#begunKey);
  }

  #screen(): Screen {
    const store = this.visit.store.value;
    if (this.#beginning.value) return { kind: 'beginning', beginning: this.#beginning.value };
    if (!store) return this.visit.returning.value ? { kind: 'loading' } : anew;
    const own = store.inbox('own').value;
    const id = this.#chosen.value ?? own.rows[0]?.conversation;
    if (id === undefined) {
      if (own.failed) return { kind: 'failed', why: own.failed };
      return own.loading ? { kind: 'loading' } : anew;
    }
    const state = store.conversation(id).value;
    if (state.status === 'ready') return { kind: 'conversation', id, state };
    if (state.status === 'failed') return { kind: 'failed', why: state.why };
    return state.status === 'missing' ? anew : { kind: 'loading' };
  }
}

const anew = { kind: 'beginning', beginning: { id: null, linkedTo: null, sent: [] } } as const;
