import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What a control inside a field is given, so that its hint and its fault are heard with it. */
export interface FieldParts {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong with what was written. */
  fault?: string | null | undefined;
  children: (parts: FieldParts) => JSX.Element;
}

/** A control with its name, what is to be known about it, and what is wrong with it. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const parts = { id, 'aria-describedby': `${id}hint ${id}fault`, 'aria-invalid': fault ? true : undefined };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(parts)}
      <span id={`${id}hint`} class="field-hint" hidden={!hint}>
        {hint}
      </span>
      <span id={`${id}fault`} class="field-fault" role="alert">
        {fault}
      </span>
    </div>
  );
}
