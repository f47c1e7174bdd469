// The frame's side of window.Wrapup: what the loader cannot answer by itself. See told.ts for what the page may hear.
import { effect } from '@preact/signals';
import { type Call, isFields } from './bridge';
import type { Chat } from './chat';
import { tell } from './host';
import { settingsOf } from './settings';
import { stateOf } from './told';

type Command = keyof WrapupCommands;
/** All that there are; those that the loader answers can always be given. */
const names: ReadonlySet<Command> = new Set([
  'open',
  'close',
  'toggle',
  'hide',
  'show',
  'identify',
  'logout',
  'set',
  'newConversation',
  'endConversation',
  'can',
  'on',
  'state',
]);
type Asked = Extract<Command, 'identify' | 'logout' | 'set' | 'newConversation' | 'endConversation' | 'can' | 'state'>;

interface PageApi {
  readonly chat: Chat;
  /** The page has set something. */
  set(settings: WrapupSettings): Promise<void>;
}

/** To be asked for the answer to each call of the page. */
export function answersOf({ chat, set }: PageApi): (call: Call) => Promise<void> {
  const answers: Readonly<Record<Asked, (given: unknown) => unknown>> = {
    identify: (who) => {
      if (!isFields(who) || typeof who.token !== 'string') throw new Error('identify takes {token: "…"}');
      return chat.visit.identify(who.token);
    },
    logout: () => chat.visit.logout(),
    set: (given) => set(settingsOf(given)),
    newConversation: (text) => {
      if (text !== undefined && typeof text !== 'string') throw new Error('newConversation takes a text, or nothing');
      if (!chat.can('newConversation')) throw new Error('newConversation: the visitor has to be identified first');
      tell({ event: 'show', data: true });
      chat.begin(text);
    },
    endConversation: () => {
      const refused = chat.end();
      if (refused !== null) throw new Error(`endConversation: ${refused}`);
    },
    can: (command) => names.has(command as Command) && chat.can(command as Command),
    state: () => known(chat).then(() => stateOf(chat)),
  };

  return async ({ call, command, args }) => {
    const answer = Object.hasOwn(answers, command) ? answers[command as Asked] : null;
    try {
      if (!answer) throw new Error(`there is no command ${command}`);
      tell({ answer: call, value: await answer(args[0]) });
    } catch (fault) {
      tell({ answer: call, error: `Wrapup: ${fault instanceof Error ? fault.message : fault}` });
    }
  };
}

/** Once it is known what the visitor has asked before. */
function known({ screen }: Chat): Promise<void> {
  return new Promise((done) => {
    const stop = effect(() => {
      if (screen.value.kind === 'loading') return;
      queueMicrotask(() => stop());
      done();
    });
  });
}
