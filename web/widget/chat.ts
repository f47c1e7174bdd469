// Which conversation is on the screen, and what is being written.
import { computed, signal } from '@preact/signals';
import { Drafts } from '../sync/drafts';
import { newId } from '../sync/id';
import type { ConversationState } from '../sync/store';
import { drop, keep, kept } from './kept';
import { Visit } from './visit';

export type Ready = Extract<ConversationState, { status: 'ready' }>;

/** A conversation that begins with the next message. */
export interface Beginning {
  linkedTo: string | null;
  /** What was sent already, while the server gets to know the visitor. */
  sent: string | null;
}

export type Screen =
  | { kind: 'loading' }
  | { kind: 'failed'; why: string }
  | { kind: 'beginning'; beginning: Beginning }
  | { kind: 'conversation'; id: string; state: Ready };

/** A conversation that is being begun. It survives the page until the store has it. */
interface First {
  id: string;
  text: string;
  linkedTo: string | null;
}

/** The draft of a conversation that has not begun. */
const unborn = 'new';
const place = 'message';

export class Chat {
  readonly visit: Visit;
  readonly screen = computed(() => this.#screen());
  readonly #drafts: Drafts;
  readonly #firstKey: string;
  readonly #beginning = signal<Beginning | null>(null);
  readonly #chosen = signal<string | null>(null);

  /** `page`: the address of the page around us. */
  constructor(site: string, page: () => string) {
    this.visit = new Visit(site, page, (unsent) => this.#startOver(unsent));
    this.#firstKey = `first:${site}`;
    const keyOf = (conversation: string) => `draft:${site}:${conversation}`;
    this.#drafts = new Drafts({
      save: ({ conversation, text }) => (text === '' ? drop(keyOf(conversation)) : keep(keyOf(conversation), text)),
      load: (conversation) => kept(keyOf(conversation)) ?? '',
    });
    window.addEventListener('pagehide', () => this.#drafts.save());
    const first = kept(this.#firstKey);
    if (first !== null) void this.#begin(JSON.parse(first) as First);
  }

  /** What is being written where one is. */
  get draft(): string {
    return this.#drafts.of(this.#where, place).value;
  }

  write(text: string): void {
    this.#drafts.write(this.#where, place, text);
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
    } else if (screen.kind === 'beginning' && screen.beginning.sent === null) {
      const first: First = { id: newId(), text, linkedTo: screen.beginning.linkedTo };
      keep(this.#firstKey, JSON.stringify(first));
      void this.#begin(first);
    } else return false;
    this.#drafts.write(where, place, '');
    return true;
  }

  /** Begins anew, with what was written and could not be sent. */
  startNew(linkedTo: string, unsent = ''): void {
    const written = this.draft;
    this.write('');
    this.#beginning.value = { linkedTo, sent: null };
    this.write([unsent, written].filter(Boolean).join('\n\n'));
  }

  /** Looks at an earlier one. */
  look(id: string): void {
    this.#beginning.value = null;
    this.#chosen.value = id;
  }

  get #where(): string {
    const screen = this.screen.value;
    return screen.kind === 'conversation' ? screen.id : unborn;
  }

  #startOver(unsent: string[]): void {
    const sent = this.#beginning.peek()?.sent;
    const text = [sent, ...unsent, this.draft].filter(Boolean).join('\n\n');
    drop(this.#firstKey);
    this.#beginning.value = null;
    this.#chosen.value = null;
    this.#drafts.write(unborn, place, text);
  }

  async #begin({ id, text, linkedTo }: First): Promise<void> {
    this.#beginning.value = { linkedTo, sent: text };
    const store = await this.visit.join();
    // A page that went away may have got as far as this.
    const isAsked = store.pending.peek().some(({ conversation }) => conversation === id);
    if (!isAsked) store.startConversation(text, linkedTo, id);
    this.look(id);
    await store.settled();
    drop(this.#firstKey);
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

const anew: Screen = { kind: 'beginning', beginning: { linkedTo: null, sent: null } };
