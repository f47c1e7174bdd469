import { useId, useRef, useState } from 'preact/hooks';
import { Button, type ButtonProps } from './button';
import { Menu, type MenuItem } from './menu';

type MenuButtonProps = Omit<ButtonProps, 'menu' | 'onPress' | 'element'> & { items: readonly MenuItem[] };

/** A button that opens a menu, and does nothing else. */
export function MenuButton({ items, ...button }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const { label, side = 'below' } = button;
  return (
    <>
      <Button {...button} menu={{ open, id }} element={anchor} onPress={() => setOpen(!open)} />
      {open && <Menu id={id} label={label} items={items} anchor={anchor} side={side} onClose={() => setOpen(false)} />}
    </>
  );
}
