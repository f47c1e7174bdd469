import { Field } from '../../ui/field';

interface ChooseFieldProps<Value extends string> {
  label: string;
  among: Record<Value, string>;
  /** The language that one of them is called in, where it is not that of the page. */
  langOf?: (value: Value) => string | undefined;
  value: Value;
  onChoose: (value: Value) => void;
}

/** One of a few things. */
export function ChooseField<Value extends string>(props: ChooseFieldProps<Value>) {
  const { label, among, langOf, value, onChoose } = props;
  return (
    <Field label={label}>
      {(parts) => (
        <select {...parts} value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
          {(Object.entries(among) as [Value, string][]).map(([one, words]) => (
            <option key={one} value={one} lang={langOf?.(one)}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
