import { Field, type FieldParts } from '../ui/field';
import { words } from '../words/widget';
import type { Chat } from './chat';
import type { FormField } from './desk';
import './questions.css';

/** What the browser may fill in. */
const completions: Record<FormField['kind'], string> = { name: 'name', email: 'email', text: 'off', choice: 'off' };
const answerLettersMax = 256;

/** What the site asks before the first message, above the place to write it. */
export function Questions({ chat }: { chat: Chat }) {
  const fields = chat.asking.fields.value;
  const faults = chat.asking.faults.value;
  return (
    <form
      class="questions"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        chat.send();
      }}
    >
      {fields.map((field) => (
        <Field key={field.label} label={labelOf(field)} fault={faults[field.label]}>
          {(parts) => <Control chat={chat} field={field} parts={parts} />}
        </Field>
      ))}
      {/* Enter in a field sends, as in the composer, once there is something to send. */}
      <button type="submit" hidden />
    </form>
  );
}

/** In the direction of its own letters, whatever that of the page is. */
const isolated = (text: string) => `\u2068${text}\u2069`;

const labelOf = ({ label, required }: FormField) =>
  required ? isolated(label) : `${isolated(label)} (${words.optional})`;

interface ControlProps {
  chat: Chat;
  field: FormField;
  parts: FieldParts;
}

function Control({ chat: { asking }, field, parts }: ControlProps) {
  const { label, kind, required, options } = field;
  const value = asking.answers.value[label] ?? '';
  const write = (event: { currentTarget: { value: string } }) => asking.write(label, event.currentTarget.value);
  const common = { ...parts, value, 'aria-required': required, onInput: write };
  if (kind === 'choice')
    return (
      <select {...common}>
        <option value="">{words.choose}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  const said = { ...common, maxLength: answerLettersMax, autocomplete: completions[kind] };
  if (kind === 'email') return <input {...said} type="email" dir={value === '' ? 'auto' : 'ltr'} />;
  return <input {...said} type="text" dir="auto" />;
}
