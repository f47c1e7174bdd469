// What becomes of a form that is sent to the server.
import { useState } from 'preact/hooks';
import type { Answer } from '../sync/transport';
import { words as dashboard } from '../words/dashboard';
import { useDesk } from './context';

/** Why it was not saved; `field` is the name of the one that is at fault, if it is one. */
export interface Unsaved {
  field: string | null;
  text: string;
}

const words = dashboard.settings.saving;

/** What to say instead of what the server says. */
const reasons: Record<string, string> = {
  empty: words.empty,
  'too long': words.tooLong,
  'not a text': words.notText,
  'expected a single line': words.singleLine,
  twice: words.twice,
  'too many': words.tooMany,
  'invalid text': words.empty,
  'out of range': words.outOfRange,
  'expected at least 10 characters': words.shortPassword,
  'among the first that are guessed': words.commonPassword,
  'There were too many wrong passwords. Wait a while.': words.tooManyGuesses,
  'This link was used already, or is too old.': words.linkUsed,
  'This code is wrong, or was used before.': words.wrongCode,
  'expected an e-mail address': words.notEmail,
  'expected at least one': words.noSite,
  'expected addresses like https://www.example.com, without a path': words.notOrigins,
  'expected names in other letters in their form for machines, as in xn--bcher-kva.example': words.otherLetters,
  'expected a colour like #0a7d5c': words.notColour,
  'expected an end after the start': words.reversed,
  'it lies over another': words.overlapping,
  'expected a time like 09:30': words.notTime,
  'expected a time zone like Europe/Berlin': words.notTimeZone,
  'expected at least two': words.fewOptions,
  'expected at most 64 KiB': words.logoTooLarge,
  'expected a PNG, JPEG, GIF or WebP': words.notLogo,
  'expected at most 512 by 512 pixels': words.logoTooWide,
  'expected at most 20 addresses': words.tooManyOrigins,
  'expected 1 to 32 of a-z, 0-9, - and _': words.notShortcut,
  'The current password is wrong.': words.wrongPassword,
  'They work on sites that are not yours, too. Somebody who has all of them can do this.': words.onOtherSites,
  'There is no such site.': words.unknownSite,
  'There is no such thing here (any more).': words.gone,
  'Another one goes by that name already.': words.taken,
  'An archived topic goes by that name.': words.takenByArchived,
  'Somebody else has changed this meanwhile. Load it again.': words.outdated,
  'Somebody else has to do this to you.': dashboard.settings.agents.notOneself,
  'There are as many as there may be. Remove some first.': words.tooManyToAdd,
  'This is for admins.': words.notAdmin,
  'This is for supervisors.': words.notSupervisor,
};

const statuses: Record<number, string> = {
  0: words.notSaved,
  401: words.signedOut,
  413: words.tooLong,
  503: words.serverBusy,
};

function reasonFor(detail: string | undefined): string {
  const [, variable] = /^unknown variable (.+)$/.exec(detail ?? '') ?? [];
  return variable ? words.unknownVariable(variable) : (reasons[detail ?? ''] ?? words.otherwise(detail));
}

export function whyUnsaved({ status, body }: Answer): Unsaved {
  const { detail, field = null } = (body ?? {}) as { detail?: string; field?: string };
  return { field, text: statuses[status] ?? reasonFor(detail) };
}

export type SavingState = 'idle' | 'busy' | 'saved';

/** One form at a time: `post` answers with the body where it was saved, else with null, and `unsaved` says why. */
export function useSaving() {
  const { transport } = useDesk();
  const [state, setState] = useState<SavingState>('idle');
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null);
  const post = async <Body = unknown>(path: string, body: unknown): Promise<{ body: Body } | null> => {
    if (state === 'busy') return null;
    setState('busy');
    setUnsaved(null);
    const answer = await transport.post(path, body);
    const done = answer.status >= 200 && answer.status < 300;
    setState(done ? 'saved' : 'idle');
    if (!done) setUnsaved(whyUnsaved(answer));
    return done ? { body: answer.body as Body } : null;
  };
  return {
    busy: state === 'busy',
    saved: state === 'saved',
    unsaved,
    post,
    /** Something was changed since. */
    touch: () => {
      if (state === 'saved') setState('idle');
    },
    wrong: (text: string, field: string | null = null) => setUnsaved({ field, text }),
  };
}

export type Saving = ReturnType<typeof useSaving>;
