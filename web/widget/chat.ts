// Which conversation is on the screen, and what is being written.
import { computed, effect, signal } from '@preact/signals';
import type { Reason } from '../rules/customer_words';
import type { ButtonId } from '../rules/types.gen';
import { type Attaching, createAttaching } from '../sync/attaching';
import { Drafts } from '../sync/drafts';
import { fileBytesMax } from '../sync/files';
import { newId } from '../sync/id';
import type { ConversationState, PressOptions, VisitorStore } from '../sync/model';
import { Asking } from './asking';
import { shown } from './host';
import { drop, keep, kept } from './kept';
import { queueOf } from './queue';
import { type Summary, summaryOf } from './summary';
import { type Around, type Said, Visit } from './visit';

export type Ready = Extract<ConversationState, { status: 'ready' }>;

/** A conversation that begins with the next message. */
export interface Beginning {
  /** Once something was sent. */
  id: string | null;
  linkedTo: string | null;
  /** What was sent already, while the server gets to know the visitor. It survives the page until the store has it. */
  sent: readonly string[];
}

interface Begun extends Beginning {
  id: string;
  said: Said;
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
  readonly asking: Asking;
  readonly attaching: Attaching;
  /** How many wait before the visitor; null: they do not wait, or it is not known. */
  readonly ahead;
  /** Unknown visitors may not write here: they have to sign in on the site. */
  readonly mustSignIn = computed(() => this.visit.desk.value?.identity === 'required' && !this.visit.verified.value);
  readonly #drafts: Drafts;
  readonly #begunKey: string;
  readonly #beginning = signal<Beginning | null>(null);
  readonly #chosen = signal<string | null>(null);
  /** Of the next conversation to begin: files can be chosen for it before. */
  #next = newId();
  /** Where the message was sent already, and files that belong to it follow. */
  readonly #following = signal<ReadonlySet<string>>(new Set());
  /** It was sent while its conversation was still being fetched, and leaves once that is there. */
  #leavesOnceLoaded = false;
  readonly #summary = computed<Summary>(() => summaryOf(this));

  constructor(site: string, around: () => Promise<Around>) {
    this.visit = new Visit(site, around, {
      forgotten: (unsent) => this.#startOver(unsent),
      left: () => this.#clear(),
    });
    this.asking = new Asking(this.visit.desk, this.visit.verified);
    this.#begunKey = `begun:${site}`;
    const keyOf = (conversation: string, tab: string) => `draft:${site}:${conversation}:${tab}`;
    this.#drafts = new Drafts({
      save: ({ conversation, tab, text }) =>
        text === '' ? drop(keyOf(conversation, tab)) : keep(keyOf(conversation, tab), text),
      load: (conversation, tab) => kept(keyOf(conversation, tab)) ?? '',
    });
    this.attaching = createAttaching({
      drafts: this.#drafts,
      files: {
        bring: (...given) => this.visit.files.bring(...given),
        fetch: (id) => this.visit.files.fetch(id),
        transcript: (...given) => this.visit.files.transcript(...given),
      },
      admitted: (conversation) => this.#admitted(conversation),
      bytesMax: () => this.fileBytesMax,
    });
    this.ahead = queueOf(
      computed(() => (shown.value ? this.#waiting : null)),
      (conversation) => this.#askAhead(conversation),
    );
    window.addEventListener('pagehide', () => this.#drafts.save());
    window.addEventListener('online', () => this.attaching.wake());
    effect(() => this.#follow());
    effect(() => this.#adopt());
    const begun = kept(this.#begunKey);
    if (begun !== null) this.#begin(JSON.parse(begun) as Begun);
  }

  /** What is being written where one is. */
  get draft(): string {
    return this.#drafts.of(this.#where, place).value;
  }

  /** The conversation that files are for. */
  get filesFor(): string {
    const screen = this.screen.value;
    if (screen.kind === 'conversation') return screen.id;
    return (screen.kind === 'beginning' && screen.beginning.id) || this.#next;
  }

  get fileBytesMax(): number {
    return this.visit.desk.peek()?.file_bytes_max ?? fileBytesMax;
  }

  /** Whether there is something to send: words, or files that are there or will be. */
  get isSomething(): boolean {
    const id = this.filesFor;
    if (this.draft.trim() !== '' || this.attaching.ready(id).length > 0) return true;
    return this.attaching.isComing(id) && !this.#following.value.has(id);
  }

  /** Of the message that is being written: there, on their way or lost. */
  get hasFiles(): boolean {
    const id = this.filesFor;
    return this.attaching.ready(id).length + this.attaching.coming(id).value.length > 0;
  }

  /** The message is sent, and its files follow as soon as they are there. */
  get isFollowed(): boolean {
    const id = this.filesFor;
    return this.#following.value.has(id) && this.attaching.isComing(id);
  }

  /** What a page may know of how things stand. */
  get summary(): Summary {
    return this.#summary.value;
  }

  write(text: string): void {
    this.#leavesOnceLoaded = false;
    this.#drafts.write(this.#where, place, text);
    const screen = this.screen.peek();
    if (screen.kind === 'conversation' && text !== '') this.visit.store.peek()?.tellTyping(screen.id);
  }

  attach(files: readonly File[]): void {
    if (!this.mustSignIn.peek()) this.attaching.add(this.filesFor, files);
  }

  /**
   * Whether it was sent; the draft stays otherwise. Files that are on their way follow by themselves, and so does a
   * message whose conversation is still being fetched.
   */
  send(): boolean {
    const where = this.#where;
    const text = this.#drafts.of(where, place).peek();
    const screen = this.screen.peek();
    if (!this.isSomething || this.mustSignIn.peek()) return false;
    const id = this.filesFor;
    if (screen.kind === 'conversation') {
      if (!this.#say(id, text)) return false;
    } else if (screen.kind === 'beginning') {
      if (screen.beginning.id === null && this.asking.check() !== null) return false;
      this.#sayFirst(screen.beginning, text.trim() === '' ? '' : text);
    } else {
      this.#leavesOnceLoaded = screen.kind === 'loading';
      return false;
    }
    this.#leavesOnceLoaded = false;
    if (this.attaching.isComing(id)) this.#following.value = new Set([...this.#following.peek(), id]);
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
    return this.press('end_chat');
  }

  /** Whether a command of the page would do something now. */
  can(command: string): boolean {
    if (command === 'newConversation') return !this.mustSignIn.peek();
    return command !== 'endConversation' || this.verdict('end_chat') === null;
  }

  /** In the conversation on the screen, as in Store. */
  press(button: ButtonId, options?: PressOptions): Reason | null {
    return this.#ask('press', button, options);
  }

  verdict(button: ButtonId, options?: PressOptions): Reason | null {
    return this.#ask('verdict', button, options);
  }

  #ask(how: 'press' | 'verdict', button: ButtonId, options?: PressOptions): Reason | null {
    const [screen, store] = [this.screen.peek(), this.visit.store.peek()];
    return screen.kind === 'conversation' && store ? store[how](screen.id, button, options) : 'unknown_conversation';
  }

  get #where(): string {
    const screen = this.screen.value;
    const id = screen.kind === 'beginning' ? screen.beginning.id : screen.kind === 'conversation' ? screen.id : null;
    return id ?? unborn;
  }

  get #waiting(): string | null {
    const [screen, store] = [this.screen.value, this.visit.store.value];
    // Before it has come to the server, nobody waits there.
    if (screen.kind !== 'conversation' || !store || screen.state.seen === 0) return null;
    return store.rules.status(screen.state.row.state) === 'new' ? screen.id : null;
  }

  async #askAhead(conversation: string): Promise<number | null> {
    const { status, body } = await this.visit.transport.get(`conversations/${conversation}/queue`);
    return status === 200 ? (body as { ahead: number | null }).ahead : null;
  }

  #say(id: string, text: string): boolean {
    const attachments = [...this.attaching.ready(id)];
    if (text.trim() === '' && attachments.length === 0) return true;
    const refused = this.visit.store.peek()?.press(id, 'send_message', { text, attachments });
    if (refused === null) this.attaching.clear(id);
    return refused === null;
  }

  #sayFirst({ id, linkedTo, sent }: Beginning, text: string): void {
    const said = id === null ? this.asking.said() : {};
    const begun = { id: id ?? this.#next, linkedTo, sent: [...sent, text], said };
    keep(this.#begunKey, JSON.stringify(begun));
    if (id === null) this.#begin(begun);
    else this.#beginning.value = begun;
  }

  /** Files whose message was sent go after it once all of them are there. */
  #follow(): void {
    const [screen, following] = [this.screen.value, this.#following.value];
    if (screen.kind !== 'conversation' || !following.has(screen.id)) return;
    if (this.attaching.isComing(screen.id)) return;
    queueMicrotask(() => {
      this.#following.value = new Set([...this.#following.peek()].filter((id) => id !== screen.id));
      this.#say(screen.id, '');
    });
  }

  /** What was written before the conversation on the screen was there belongs to it. */
  #adopt(): void {
    const screen = this.screen.value;
    if (screen.kind !== 'conversation') return;
    queueMicrotask(() => {
      const [leaves, written] = [this.#leavesOnceLoaded, this.#drafts.of(unborn, place).peek()];
      if (written === '') return;
      this.#drafts.write(unborn, place, '');
      this.#drafts.append(screen.id, place, written);
      if (leaves) this.send();
    });
  }

  async #admitted(conversation: string): Promise<void> {
    const store = await this.#known(conversation);
    await new Promise<void>((done) => {
      const stop = effect(() => {
        const state = store.conversation(conversation).value;
        if (state.status !== 'ready' || state.seen === 0) return;
        queueMicrotask(() => stop());
        done();
      });
    });
  }

  /** The store, once it has been asked for this conversation: before, it would take it for one that is missing. */
  #known(conversation: string): Promise<VisitorStore> {
    return new Promise((done) => {
      const stop = effect(() => {
        const [store, screen] = [this.visit.store.value, this.screen.value];
        if (!store || screen.kind !== 'conversation' || screen.id !== conversation) return;
        queueMicrotask(() => stop());
        done(store);
      });
    });
  }

  /** Not a word of it stays. */
  #clear(): void {
    this.#drafts.clear();
    this.attaching.dropAll();
    this.asking.forget();
    drop(this.#begunKey);
    this.#beginning.value = null;
    this.#chosen.value = null;
    this.#next = newId();
  }

  #startOver(unsent: string[]): void {
    const sent = this.#beginning.peek()?.sent ?? [];
    const text = [...sent, ...unsent, this.draft].filter(Boolean).join('\n\n');
    drop(this.#begunKey);
    this.#beginning.value = null;
    this.#chosen.value = null;
    this.#drafts.write(unborn, place, text);
  }

  #begin(begun: Begun): void {
    this.#beginning.value = begun;
    if (Object.keys(begun.said).length > 0) this.visit.introduce(begun.said);
    this.asking.done();
    this.#next = newId();
    void this.visit.join().then((store) => this.#hand(store, begun.id));
  }

  /** What was sent is the store's from now on. */
  async #hand(store: VisitorStore, id: string): Promise<void> {
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
