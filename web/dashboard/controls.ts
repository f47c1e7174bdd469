import { type Signal, signal } from '@preact/signals';
import type { ButtonId, Confirmation, Place } from '../rules/types.gen';
import type { Reason } from '../rules/words';
import type { ButtonState, ConversationState, PressOptions, Refused } from '../sync/store';
import { meaningOf } from './after_closing';
import type { Desk } from './context';

/** What is written: to the customer, or for the team. */
export type Tab = 'reply' | 'note';
export type Ready = Extract<ConversationState, { status: 'ready' }>;

/** What did not happen, and why. */
export interface Notice extends Pick<Refused, 'commands'> {
  code: Reason;
}

/** A button that was pressed and has to ask first, with what was on the screen then. */
export interface Question {
  row: ButtonState;
  asks: Confirmation;
  seen: number;
}

/** How the conversation on the screen is worked with; what is known about it is in Ready. */
export interface Controls {
  tab: Signal<Tab>;
  /** Why the last press did nothing. */
  notice: Signal<Notice | null>;
  question: Signal<Question | null>;
  /** What is to be written next takes the focus as soon as it is there. */
  focusWanted: Signal<boolean>;
  /** It is done with, and the list is wanted. */
  left: Signal<boolean>;
  press(row: ButtonState, state: Ready): void;
  /** Whether it was asked for. */
  run(button: ButtonId, options?: PressOptions): boolean;
  write(tab: Tab): void;
}

/** The places whose buttons send what is written, and where it is written. */
const tabs: Partial<Record<Place, Tab>> = { composer: 'reply', composer_menu: 'reply', note: 'note' };

/** The places after which one goes on writing. */
const leadsToWriting: ReadonlySet<Place> = new Set(['ownership', 'footer', 'composer', 'note']);

export function createControls({ store, me, undo, attaching }: Desk, conversation: string): Controls {
  const tab = signal<Tab>('reply');
  const notice: Controls['notice'] = signal(null);
  const question = signal<Question | null>(null);
  const focusWanted = signal(false);
  const left = signal(false);

  const run: Controls['run'] = (pressed, options) => {
    const { button, leaves } = meaningOf(pressed, store);
    const commands = store.rules.commandsOf(button, me.actor, options);
    const code = store.press(conversation, button, options);
    notice.value = code && { code, commands };
    if (!code && leaves) left.value = true;
    if (!code && commands.some(({ type }) => type === 'close')) undo.offer([conversation]);
    return code === null;
  };

  function written(from: Tab): PressOptions {
    const text = store.drafts.of(conversation, from).peek();
    return from === 'reply' ? { text, attachments: [...attaching.ready(conversation)] } : { text };
  }

  function press(row: ButtonState, { seen }: Ready): void {
    if (row.asks) {
      question.value = { row, asks: row.asks, seen };
      return;
    }
    const from = tabs[row.place];
    const done = run(row.button, from ? written(from) : {});
    if (from && done) store.drafts.write(conversation, from, '');
    if (from === 'reply' && done) attaching.clear(conversation);
    if (done && leadsToWriting.has(row.place)) focusWanted.value = true;
  }

  function write(to: Tab): void {
    tab.value = to;
    focusWanted.value = true;
  }

  return { tab, notice, question, focusWanted, left, press, run, write };
}
