import './switch.css';

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  onToggle: () => void;
}

/** Something that is on or off, at once. */
export function Switch({ label, hint, on, onToggle }: SwitchProps) {
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={onToggle} />
      <span>
        {label}
        {hint && <span class="switch-hint">{hint}</span>}
      </span>
    </label>
  );
}
