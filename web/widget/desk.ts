// What a site says of itself to whoever comes: who answers, when they are there, and what it asks first.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { fetchTransport } from '../sync/transport';
import { follow } from '../ui/now';
import type { Look } from './bridge';

export interface FormField {
  readonly label: string;
  readonly kind: 'name' | 'email' | 'text' | 'choice';
  readonly required: boolean;
  readonly options: readonly string[];
}

/** All times are the server's, in milliseconds since 1970. */
export interface Desk {
  readonly site: string;
  readonly name: string;
  readonly now: number;
  readonly look: Look;
  readonly logo: string | null;
  readonly identity: 'off' | 'optional' | 'required';
  /** Somebody is there now. */
  readonly present: boolean;
  /** It is within the office hours. */
  readonly open: boolean;
  /** When `open` changes; null: never. */
  readonly changes_at: number | null;
  readonly reply_time: '' | 'minutes' | 'hours' | 'day';
  /** Some of those who are there, where visitors are to know of them. */
  readonly agents: readonly { readonly name: string }[];
  /** What is asked before the first message. */
  readonly form: readonly FormField[];
  /** Whether an e-mail address is asked for when nobody is there. */
  readonly away_form: boolean;
  readonly rating: boolean;
  /** Whether the server can send mail. */
  readonly mail: boolean;
  readonly file_bytes_max: number;
}

/** Agents come and go: it is asked for again as long as it is looked at. */
const again_ms = 60_000;
/** A server that has not noticed yet is not asked without a pause. */
const pause_ms = 1_000;

/** The desk of a site, as it is while the panel is shown; null until it is known, and the last one known after that. */
export function deskOf(site: string, shown: ReadonlySignal<boolean>): ReadonlySignal<Desk | null> {
  const desk = signal<Desk | null>(null);
  const load = async () => {
    const { status, body } = await fetchTransport('').get(`widget?site=${encodeURIComponent(site)}`);
    if (status !== 200) return;
    const told = body as Desk;
    // A visitor's clock may be a day off.
    const ahead = told.now - Date.now();
    follow(() => Date.now() + ahead);
    desk.value = told;
  };
  effect(() => {
    if (!shown.value) return;
    void load();
    const timer = setInterval(() => void load(), again_ms);
    return () => clearInterval(timer);
  });
  effect(() => {
    const { changes_at = null, now = 0 } = desk.value ?? {};
    if (changes_at === null || changes_at - now > again_ms || !shown.value) return;
    const timer = setTimeout(() => void load(), Math.max(pause_ms, changes_at - now));
    return () => clearTimeout(timer);
  });
  return desk;
}
