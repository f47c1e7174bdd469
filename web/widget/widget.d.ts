// What window.Wrapup takes and answers, for pages that are written in TypeScript: this file, as a server serves it at
// /widget.d.ts, goes among the sources of the page. It is global, as the script is.

/** 'ended': the chat is over, and goes on with whatever the visitor writes. 'closed': it is over for good, unless it is reopened. */
type WrapupPhase = 'none' | 'queued' | 'assigned' | 'ended' | 'closed';

interface WrapupState {
  /** Of the visitor's newest conversation. */
  readonly phase: WrapupPhase;
  /** Whether the visitor can reopen it. */
  readonly reopenable: boolean;
  /** Whether nothing more can be written in it. */
  readonly locked: boolean;
  /** 1: the visitor is next. Null: they do not wait in a queue, or it is not known. */
  readonly queuePosition: number | null;
  readonly conversation: string | null;
  /** Answers that the visitor has not seen. */
  readonly unread: number;
  /** Whether the panel is. */
  readonly open: boolean;
  /** Whether `identify` has told who the visitor is. */
  readonly identified: boolean;
}

/** An answer that has just come. What it says stays between the visitor and whoever wrote it. */
interface WrapupMessage {
  readonly conversation: string;
  /** In milliseconds since 1970. */
  readonly at: number;
}

interface WrapupSettings {
  /** A language tag such as "de-AT". English where the widget does not speak it. */
  locale?: string;
  theme?: 'light' | 'dark' | 'auto';
  /** What agents see beside the conversation: at most 20, names of at most 64 and values of at most 256 bytes. */
  attributes?: Readonly<Record<string, string>>;
}

interface WrapupEvents {
  /** At once, where it has happened already. */
  ready: undefined;
  open: undefined;
  close: undefined;
  message: WrapupMessage;
  unread: number;
  state: WrapupState;
}

interface WrapupCommands {
  open(): Promise<void>;
  close(): Promise<void>;
  toggle(): Promise<void>;
  /** Takes the button and the panel away. `open` opens the panel all the same. */
  hide(): Promise<void>;
  show(): Promise<void>;
  /** Tells who the visitor is, by a token that your server has signed. */
  identify(who: { token: string }): Promise<void>;
  /** Leaves nothing of the visitor on this device. */
  logout(): Promise<void>;
  set(settings: WrapupSettings): Promise<void>;
  /** Opens the panel on a new conversation, with a text that the visitor can send or change. */
  newConversation(text?: string): Promise<void>;
  endConversation(): Promise<void>;
  /** Whether a command would do something now. */
  can(command: keyof WrapupCommands): Promise<boolean>;
  /** Answers with a function that takes the listener off again. */
  on<Event extends keyof WrapupEvents>(
    event: Event,
    listener: (data: WrapupEvents[Event]) => void,
  ): Promise<() => void>;
  state(): Promise<WrapupState>;
}

/** `Wrapup('open')` and `Wrapup.open()` are the same; until the script has loaded there is only the first. */
interface Wrapup extends WrapupCommands {
  <Event extends keyof WrapupEvents>(
    command: 'on',
    event: Event,
    listener: (data: WrapupEvents[Event]) => void,
  ): Promise<() => void>;
  <Command extends Exclude<keyof WrapupCommands, 'on'>>(
    command: Command,
    ...given: Parameters<WrapupCommands[Command]>
  ): ReturnType<WrapupCommands[Command]>;
}

declare var Wrapup: Wrapup;

interface Window {
  Wrapup: Wrapup;
}
