import { Field } from '../ui/field';

interface ChooseFieldProps<Value extends string> {
  label: string;
  among: Record<Value, string>;
  value: Value;
  onChoose: (value: Value) => void;
}

/** One of a few things. */
export function ChooseField<Value extends string>({ label, among, value, onChoose }: ChooseFieldProps<Value>) {
  return (
    <Field label={label}>
      {(parts) => (
        <select {...parts} value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
          {(Object.entries(among) as [Value, string][]).map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
