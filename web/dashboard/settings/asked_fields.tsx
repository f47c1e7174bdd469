import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { words as dashboard } from '../../words/dashboard';
import type { Saving } from '../saving';
import { ChooseField } from './choose_field';
import { type FormField, fields_max } from './desk';
import { faultOf } from './parts';

const { desk: words } = dashboard.settings;
const labelLength_max = 60;

interface AskedFieldsProps {
  form: FormField[];
  saving: Saving;
  onChange: (form: FormField[]) => void;
}

/** What visitors are asked before they write, in its order. */
export function AskedFields({ form, saving, onChange }: AskedFieldsProps) {
  const add = useRef<HTMLButtonElement>(null);
  const swapped = (index: number, other: number) =>
    onChange(form.map((field, one) => (one === index ? form[other] : one === other ? form[index] : field) ?? field));
  return (
    <>
      {form.length > 0 && (
        <ol class="desk-asked">
          {form.map((field, index) => (
            <li key={index} class="desk-field">
              <AskedField
                field={field}
                path={`form[${index}]`}
                saving={saving}
                onChange={(changed) => onChange(form.map((before, one) => (one === index ? changed : before)))}
              />
              <div class="desk-field-actions">
                <Button
                  label={words.up(field.label)}
                  icon="arrow-up"
                  tone="quiet"
                  bare
                  reason={index === 0 ? words.isFirst : null}
                  onPress={() => swapped(index, index - 1)}
                />
                <Button
                  label={words.down(field.label)}
                  icon="arrow-down"
                  tone="quiet"
                  bare
                  reason={index === form.length - 1 ? words.isLast : null}
                  onPress={() => swapped(index, index + 1)}
                />
                <Button
                  label={words.removeField(field.label)}
                  icon="trash"
                  tone="quiet"
                  bare
                  onPress={() => {
                    onChange(form.filter((_, one) => one !== index));
                    add.current?.focus();
                  }}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button
          element={add}
          label={words.addField}
          icon="plus"
          reason={form.length >= fields_max ? dashboard.settings.saving.tooMany : null}
          onPress={() => onChange([...form, { label: '', kind: 'text', required: false, options: [] }])}
        />
      </div>
    </>
  );
}

interface AskedFieldProps {
  field: FormField;
  /** Where the server finds it. */
  path: string;
  saving: Saving;
  onChange: (field: FormField) => void;
}

function AskedField({ field, path, saving, onChange }: AskedFieldProps) {
  const fault = faultOf(saving, path) ?? faultOf(saving, `${path}.label`);
  return (
    <div class="desk-field-parts">
      <Field label={words.label} fault={fault}>
        {(parts) => (
          <input
            {...parts}
            dir="auto"
            value={field.label}
            maxLength={labelLength_max}
            autocomplete="off"
            required
            onInput={({ currentTarget: { value } }) => onChange({ ...field, label: value })}
          />
        )}
      </Field>
      <ChooseField
        label={words.kind}
        among={words.kinds}
        value={field.kind}
        onChoose={(kind) => onChange({ ...field, kind })}
      />
      {field.kind === 'choice' && (
        <Field label={words.options} hint={words.optionsHint} fault={faultOf(saving, `${path}.options`)}>
          {(parts) => (
            <textarea
              {...parts}
              dir="auto"
              value={field.options.join('\n')}
              onInput={({ currentTarget: { value } }) => onChange({ ...field, options: value.split('\n') })}
            />
          )}
        </Field>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={field.required}
          onChange={() => onChange({ ...field, required: !field.required })}
        />
        {words.required}
      </label>
    </div>
  );
}
