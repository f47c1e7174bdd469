import { Field } from '../../ui/field';
import type { Saving } from '../saving';
import { faultOf } from './parts';

interface NumberFieldProps {
  label: string;
  unit: string;
  unit_ms: number;
  /** Null: not at all, where that is allowed. */
  ms: number | null;
  /** As the server calls it. */
  field: string;
  optional?: boolean;
  saving: Saving;
  onChange: (ms: number | null) => void;
}

/** How long, in a unit that people count in. */
export function NumberField({ label, unit, unit_ms, ms, field, optional, saving, onChange }: NumberFieldProps) {
  return (
    <Field label={`${label} (${unit})`} fault={faultOf(saving, field)}>
      {(parts) => (
        <input
          {...parts}
          type="number"
          min="0"
          step="any"
          inputmode="decimal"
          required={!optional}
          value={ms === null ? '' : ms / unit_ms}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange(value === '' ? null : Math.round(Number(value) * unit_ms));
          }}
        />
      )}
    </Field>
  );
}
