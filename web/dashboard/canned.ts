// Canned replies: which there are, which are meant, and what they say here.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Transport } from '../sync/transport';
import { words } from '../words/dashboard';

export interface CannedReply {
  readonly id: string;
  /** Null: for all sites. */
  readonly site: string | null;
  readonly shortcut: string;
  readonly title: string;
  readonly text: string;
  readonly updated_at: number;
}

export interface Canned {
  /** Null until they have been loaded. */
  readonly replies: ReadonlySignal<readonly CannedReply[] | null>;
  /** Asks for them (again); whether they came. */
  load(): Promise<boolean>;
  /** The same, unless they came a moment ago. */
  refresh(): void;
}

const stale_ms = 60_000;

export function createCanned(transport: Transport, clock: () => number): Canned {
  const replies = signal<readonly CannedReply[] | null>(null);
  let askedAt = Number.NEGATIVE_INFINITY;
  const load = async () => {
    askedAt = clock();
    const { status, body } = await transport.get('canned-replies');
    if (status !== 200) {
      askedAt = Number.NEGATIVE_INFINITY;
      return false;
    }
    replies.value = (body as { canned_replies: CannedReply[] }).canned_replies;
    return true;
  };
  return {
    replies,
    load,
    refresh: () => {
      if (clock() - askedAt > stale_ms) void load();
    },
  };
}

/** What can be filled in, and what is said where it is not known. */
export const variables = words.composer.canned.unknown;
export type Variable = keyof typeof variables;
export type Values = Partial<Record<Variable, string>>;

/** The name that a visitor has until they tell theirs: nobody wants to be greeted by it. */
const madeUp = /^Visitor [2-9A-Z]{4}$/;

export function fill(text: string, values: Values): string {
  return text.replaceAll(/\{([a-z.]+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(variables, name)) return whole;
    const value = values[name as Variable]?.trim();
    return value && !madeUp.test(value) ? value : variables[name as Variable];
  });
}

/** The word behind a / at the start of a line or after a space, up to the caret. */
export interface Asked {
  /** Where the / stands. */
  start: number;
  end: number;
  word: string;
}

export function askedAt(text: string, caret: number): Asked | null {
  const found = /(?:^|\s)\/([\w-]*)$/.exec(text.slice(0, caret));
  const word = found?.[1];
  return word === undefined ? null : { start: caret - word.length - 1, end: caret, word };
}

/** Those of a site that go by this word: first by the start of their shortcut, then by what is in their title. */
export function matching(replies: readonly CannedReply[], site: string, word: string): CannedReply[] {
  const wanted = word.toLowerCase();
  const here = replies.filter((reply) => reply.site === null || reply.site === site);
  const byShortcut = here.filter(({ shortcut }) => shortcut.startsWith(wanted));
  const byTitle = here.filter((reply) => !byShortcut.includes(reply) && reply.title.toLowerCase().includes(wanted));
  return [...byShortcut, ...byTitle];
}
