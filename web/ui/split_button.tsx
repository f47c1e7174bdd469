import { useId, useRef, useState } from 'preact/hooks';
import { Button, type ButtonProps } from './button';
import { Menu, type MenuItem } from './menu';
import './split_button.css';

type SplitButtonProps = Omit<ButtonProps, 'joined' | 'menu' | 'icon' | 'bare'> & {
  menuLabel: string;
  items: readonly MenuItem[];
};

// A button with more of its kind behind an arrow.
export function SplitButton({ menuLabel, items, ...button }: SplitButtonProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const arrow = useRef<HTMLButtonElement>(null);
  if (items.length === 0) return <Button {...button} />;
  const { tone = 'plain', side = 'below' } = button;
  return (
    <span class={`split split-${tone}`}>
      <Button {...button} joined="start" />
      <Button
        label={menuLabel}
        icon="chevron-down"
        bare
        tone={tone}
        side={side}
        joined="end"
        menu={{ open, id }}
        element={arrow}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <Menu id={id} label={menuLabel} items={items} anchor={arrow} side={side} onClose={() => setOpen(false)} />
      )}
    </span>
  );
}
