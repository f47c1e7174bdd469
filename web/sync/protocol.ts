// What crosses the wire between this client and the server. The vocabulary of the rules is in rules/types.gen.ts.
import type {
  Actor,
  Author,
  Channel,
  Command,
  Confirmation,
  Conversation,
  Event,
  Group,
  History,
  Policy,
  Rejection,
  Role,
  SiteId,
} from '../rules/types.gen';

export interface StoredEvent {
  readonly position: number;
  readonly conversation: string;
  readonly event: Event;
  /** Of the rules' state after it. Agents get it with the last event of each conversation in a patch. */
  readonly digest?: number;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
}

/** One conversation as lists show it. */
export interface Row {
  readonly conversation: string;
  readonly state: Conversation;
  readonly customer: Customer;
  readonly preview: { readonly by: Role; readonly text: string } | null;
  readonly activity_at: number;
}

/** What an agent may know about the customer of an open conversation. */
export interface CustomerDetails extends Customer {
  readonly page: string;
  readonly locale: string;
  /** These three: empty where the browser did not tell, and missing in what an older page has kept. */
  readonly referrer?: string;
  readonly time_zone?: string;
  readonly device?: string;
  /** These three: missing in what an older page has kept. The site vouches for the name and the e-mail of the verified. */
  readonly email?: string;
  readonly verified?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly created_at: number;
  readonly conversations: readonly Row[];
}

export interface Me {
  readonly actor: Actor;
  readonly name: string;
  readonly email: string | null;
  readonly colleagues: readonly { readonly actor: Actor; readonly name: string }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly policy: Policy;
  /** Of an agent. */
  readonly preferences?: Preferences | null;
  /** Of an agent: of the topics that were given a name. Missing in what an older page has kept. */
  readonly topic_names?: readonly { readonly id: string; readonly name: string }[];
}

/** Where End Chat and Close, and Send and close, lead to. */
export type AfterClosing = 'stay' | 'next' | 'list';

export interface Preferences {
  readonly after_closing: AfterClosing;
}

export interface AgentNow {
  readonly id: string;
  readonly available: readonly Group[];
  readonly load: Actor['load'];
}

/** What the frames `agents`, `policy` and `preferences` tell: each one of these. */
export interface TeamNotice {
  readonly agents?: readonly AgentNow[];
  readonly preferences?: Preferences;
}

export type View = 'open' | 'unassigned' | 'mine' | 'waiting' | 'snoozed' | 'closed';

export interface Outcome {
  readonly n: number;
  readonly code: 'ok' | Rejection | 'newer_client';
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Patch {
  readonly from: number;
  readonly position: number;
  readonly events: readonly StoredEvent[];
  readonly customers: readonly Customer[];
  readonly client: string | null;
  readonly last_command: number;
  readonly outcomes: readonly Outcome[];
}

/** In every answer: which history this is, and which rules the server runs. */
export interface Stamp {
  readonly epoch: string;
  readonly rules_id: string;
}

/** A stretch of a text that was searched. */
export interface Snippet {
  text: string;
  hit: boolean;
}

export interface HitsAnswer extends Stamp {
  hits: { row: Row; snippet: Snippet[] }[];
}

/** Everything that the rules ever asked about a conversation. */
export interface ReportAnswer extends Stamp {
  history: History;
  actor: Actor;
}

export interface TypingNotice {
  conversation: string;
  by: Author;
}

export interface MeAnswer extends Stamp {
  readonly me: Me;
  readonly position: number;
  /** The server's time, in milliseconds since 1970. */
  readonly at?: number;
  /** Of a customer: as whom the server knows them. */
  readonly customer?: Customer & { readonly verified: boolean };
  /** By how much that was ahead of this machine's clock when it came; see ServerClock. */
  readonly ahead?: number;
}

/** Part of what is asked for with the name of a client: the last of its commands that the answer takes into account. */
export interface Reached {
  readonly last_command?: number;
}

/** How many conversations there are in each view. */
export type Counts = Readonly<Record<View, number>>;

/** How many there are in each view, of one channel on one site. */
export interface Counted {
  readonly site: SiteId;
  readonly channel: Channel;
  readonly counts: Counts;
}

export interface CountsAnswer extends Stamp {
  readonly position: number;
  /** Without those of which there are none. */
  readonly counts: readonly Counted[];
}

export interface RowsAnswer extends Stamp, Reached {
  readonly position: number;
  readonly rows: readonly Row[];
  readonly next?: string | null;
  /** For agents. */
  readonly counts?: CountsAnswer['counts'];
}

export interface ConversationAnswer extends Stamp, Reached {
  readonly position: number;
  readonly row: Row;
  readonly events: readonly StoredEvent[];
  readonly customer: CustomerDetails | null;
}

export interface PatchAnswer extends Stamp {
  readonly patch: Patch;
  /** Too much has happened to list it: the snapshots are to be loaded again. */
  readonly resync?: boolean;
}

/**
 * The numbers that were sent do not follow on what the server has, or it has another epoch than the one that they were
 * meant for; nothing from `expected` on was run.
 */
export interface GapAnswer extends Stamp {
  readonly expected: number;
}

export interface SentCommand {
  readonly n: number;
  readonly conversation: string;
  readonly seen: number;
  readonly confirmed: readonly Confirmation[];
  readonly steps: readonly Command[];
  readonly at: number;
}

export interface Envelope {
  readonly client: string;
  /** The history that the commands are meant for. */
  readonly epoch: string;
  readonly rules_id: string;
  readonly after: number;
  /** What came of the client's commands up to this one is kept here: the server may forget it. */
  readonly ack: number;
  readonly commands: readonly SentCommand[];
}

export const commandsPerPostMax = 100;

/** What a browser reports whose state after an event is not the server's. */
export interface Divergence {
  readonly conversation: string;
  readonly version: number;
  readonly rules_id: string;
  readonly expected: number;
  readonly got: number;
  readonly state: Conversation;
}
