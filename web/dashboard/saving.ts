// What becomes of a form that is sent to the server.
import { useState } from 'preact/hooks';
import type { Answer } from '../sync/transport';
import { useDesk } from './context';

/** Why it was not saved; `field` is the name of the one that is at fault, if it is one. */
export interface Unsaved {
  field: string | null;
  text: string;
}

/** Better words for what the server says of a field. */
const faults: Record<string, string> = {
  empty: 'Write something here.',
  'too long': 'This is too long.',
  'not a text': 'This contains characters that cannot be stored.',
  'expected a single line': 'Write this in a single line.',
  twice: 'There is one of that name already.',
  'too many': 'There are as many as there may be.',
  'invalid text': 'Write something here.',
  'out of range': 'This is less or more than it may be.',
};

const statuses: Record<number, string> = {
  0: 'The server cannot be reached. Nothing was saved.',
  401: 'You are signed out. Sign in again.',
  413: 'This is too long.',
  503: 'The server is busy. Try again in a moment.',
};

const asSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

export function whyUnsaved({ status, body }: Answer): Unsaved {
  const { detail, field = null } = (body ?? {}) as { detail?: string; field?: string };
  const text =
    statuses[status] ?? (detail && (faults[detail] ?? asSentence(detail))) ?? 'This did not work. Try again.';
  return { field, text };
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
