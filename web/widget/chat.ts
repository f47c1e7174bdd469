// Which conversation is on the screen, and what is being written.
import { computed, signal } from '@preact/signals';
import type { ConversationState } from '../sync/store';
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

export class Chat {
  readonly visit: Visit;
  readonly draft = signal('');
  readonly screen = computed(() => this.#screen());
  readonly #beginning = signal<Beginning | null>(null);
  readonly #chosen = signal<string | null>(null);

  /** `page`: the address of the page around us. */
  constructor(site: string, page: () => string) {
    this.visit = new Visit(site, page, (unsent) => this.#startOver(unsent));
  }

  /** Whether it was sent; the draft stays otherwise. */
  send(): boolean {
    const text = this.draft.peek();
    const screen = this.screen.peek();
    if (text.trim() === '') return false;
    if (screen.kind === 'conversation') {
      const refused = this.visit.store.peek()?.press(screen.id, 'send_message', { text });
      if (refused !== null) return false;
    } else if (screen.kind === 'beginning' && screen.beginning.sent === null) void this.#begin(screen.beginning, text);
    else return false;
    this.draft.value = '';
    return true;
  }

  /** Begins anew, with what was written and could not be sent. */
  startNew(linkedTo: string, unsent = ''): void {
    if (unsent !== '') this.draft.value = [unsent, this.draft.peek()].filter(Boolean).join('\n\n');
    this.#beginning.value = { linkedTo, sent: null };
  }

  /** Looks at an earlier one. */
  look(id: string): void {
    this.#beginning.value = null;
    this.#chosen.value = id;
  }

  #startOver(unsent: string[]): void {
    const sent = this.#beginning.peek()?.sent;
    this.draft.value = [sent, ...unsent, this.draft.peek()].filter(Boolean).join('\n\n');
    this.#beginning.value = null;
    this.#chosen.value = null;
  }

  async #begin(beginning: Beginning, text: string): Promise<void> {
    this.#beginning.value = { ...beginning, sent: text };
    const store = await this.visit.join();
    this.look(store.startConversation(text, beginning.linkedTo ?? undefined));
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
