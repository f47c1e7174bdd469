// What a site asks of its visitors before their first message, and where they can be reached when nobody is there.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { words } from '../words/widget';
import type { Desk, FormField } from './desk';
import { cut } from './introduction';
import { keep, kept } from './kept';
import type { Said } from './visit';

const key = 'answered';

/** As the server takes them. */
const nameBytesMax = 120;
const emailBytesMax = 254;
const answerBytesMax = 256;

const bytesMax: Record<FormField['kind'], number> = {
  name: nameBytesMax,
  email: emailBytesMax,
  text: answerBytesMax,
  choice: answerBytesMax,
};

export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

export class Asking {
  /** Those that are still to be answered. */
  readonly fields: ReadonlySignal<readonly FormField[]>;
  readonly answers = signal<Readonly<Record<string, string>>>({});
  /** By the label of the field. */
  readonly faults = signal<Readonly<Record<string, string>>>({});
  /** The labels of what was asked and answered before, in an earlier conversation. */
  readonly #answered = signal<readonly string[]>([]);

  constructor(desk: ReadonlySignal<Desk | null>, verified: ReadonlySignal<boolean>) {
    this.#answered.value = JSON.parse(kept(key) ?? '[]') as string[];
    this.fields = computed(() => {
      const asked = desk.value ? fieldsOf(desk.value) : [];
      return asked.filter(
        ({ label, kind }) =>
          !this.#answered.value.includes(label) && !(verified.value && (kind === 'name' || kind === 'email')),
      );
    });
  }

  write(label: string, answer: string): void {
    this.answers.value = { ...this.answers.peek(), [label]: answer };
    const { [label]: _, ...others } = this.faults.peek();
    this.faults.value = others;
  }

  /** The label of the first field that cannot stay as it is, with `faults` saying why; null: all is well. */
  check(): string | null {
    const found = this.fields.peek().flatMap((field) => {
      const fault = faultOf(field, this.#answer(field));
      return fault === null ? [] : [[field.label, fault] as const];
    });
    this.faults.value = Object.fromEntries(found);
    return found[0]?.[0] ?? null;
  }

  said(): Said {
    const told = this.fields.peek().map((field) => [field, this.#answer(field)] as const);
    const given = told.filter(([, answer]) => answer !== '');
    const first = (kind: FormField['kind']) => given.find(([field]) => field.kind === kind)?.[1];
    const [name, email] = [first('name'), first('email')];
    const others = given.filter(([{ kind }]) => kind === 'text' || kind === 'choice');
    return {
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(others.length === 0
        ? {}
        : { attributes: Object.fromEntries(others.map(([{ label }, answer]) => [label, answer])) }),
    };
  }

  /** They are known from now on, and not asked for again. */
  done(): void {
    const labels = this.fields.peek().map(({ label }) => label);
    if (labels.length === 0) return;
    this.#answered.value = [...this.#answered.peek(), ...labels];
    keep(key, JSON.stringify(this.#answered.peek()));
  }

  /** By whoever comes after. */
  forget(): void {
    this.#answered.value = [];
    this.answers.value = {};
    this.faults.value = {};
  }

  #answer({ label, kind }: FormField): string {
    return cut((this.answers.peek()[label] ?? '').trim(), bytesMax[kind]);
  }
}

function fieldsOf({ form, present, away_form }: Desk): readonly FormField[] {
  if (present || !away_form) return form;
  if (!form.some(({ kind }) => kind === 'email'))
    return [...form, { label: words.email, kind: 'email', required: true, options: [] }];
  // Without it nobody could write back.
  return form.map((field) => (field.kind === 'email' ? { ...field, required: true } : field));
}

function faultOf({ kind, required }: FormField, answer: string): string | null {
  if (answer === '') return required ? words.isRequired : null;
  return kind === 'email' && !looksLikeEmail(answer) ? words.isNoEmail : null;
}
