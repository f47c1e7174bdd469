// window.Wrapup: the commands of the page, and what it listens to.

export type Command = keyof WrapupCommands;

type Heard = keyof WrapupEvents;
type Listener = (data: unknown) => void;
type Reply = (value?: unknown) => void;

declare global {
  interface Wrapup {
    /** What was asked before this script had loaded: as the call alone, or with who waits for the answer. */
    q?: Iterable<[string, ...unknown[]] | [call: Iterable<unknown>, done: Reply, failed: Reply]>;
  }
}

export const commands =
  'open close toggle hide show identify logout set newConversation endConversation can on state'.split(
    ' ',
  ) as Command[];
const events = 'ready open close message unread state'.split(' ');

const listeners = new Set<readonly [string, Listener]>();

/** A listener that throws does so by itself: nobody is held up. */
export function fire(event: string, data?: unknown): void {
  for (const [name, listener] of listeners) if (name === event) queueMicrotask(() => listener(data));
}

export function on(event: Heard, listener: Listener): () => void {
  if (!events.includes(event) || typeof listener !== 'function')
    throw Error(`Wrapup: on takes a function, and one of ${events}`);
  const one = [event, listener] as const;
  listeners.add(one);
  if (event === 'ready') queueMicrotask(() => listener(undefined));
  return () => listeners.delete(one);
}

/** Takes the place of what has queued the calls up to now, and answers those. */
export function publish(answer: (command: Command, given: unknown[]) => unknown): void {
  const call = (command: Command, ...given: unknown[]) =>
    new Promise<unknown>((done) => {
      if (!commands.includes(command)) throw Error(`Wrapup: there is no command ${command}`);
      done(answer(command, given));
    });
  for (const command of commands) Object.assign(call, { [command]: (...given: unknown[]) => call(command, ...given) });
  const early = window.Wrapup?.q ?? [];
  window.Wrapup = call as unknown as Wrapup;
  for (const one of early) {
    const [given, done, failed] = typeof one[0] === 'string' ? [one] : (one as [Iterable<unknown>, Reply, Reply]);
    call(...([...given] as [Command])).then(done, failed);
  }
}
