import type { RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Side } from './floating';
import { Icon, type IconName } from './icon';
import { Tooltip, useTooltip } from './tooltip';
import './button.css';

export interface ButtonProps {
  label: string;
  onPress: () => void;
  // Why it cannot be pressed. It stays focusable, so that everybody can ask.
  reason?: string | null | undefined;
  // What more there is to know of it; asked for when somebody wants to know.
  hint?: (() => string | null) | undefined;
  tone?: 'primary' | 'plain' | 'quiet';
  icon?: IconName;
  // Only the icon is seen; the label is heard, and told on hover.
  bare?: boolean;
  // Other labels that may come to stand here: the width is that of the longest.
  also?: readonly string[];
  side?: Side;
  // In a modal: where the focus goes first.
  first?: boolean;
  joined?: 'start' | 'end';
  menu?: { open: boolean; id: string };
  // The part of the page that it shows and hides.
  opens?: { open: boolean; id: string };
  element?: RefObject<HTMLButtonElement | null>;
}

export function Button(props: ButtonProps) {
  const {
    label,
    reason,
    tone = 'plain',
    icon,
    bare = false,
    also = [],
    side = 'below',
    joined,
    menu,
    opens,
    first = false,
  } = props;
  const id = useId();
  const own = useRef<HTMLButtonElement>(null);
  const element = props.element ?? own;
  const tooltip = useTooltip(element);
  const hint = reason ?? (tooltip.shown ? (bare ? label : (props.hint?.() ?? null)) : null);

  const press = () => {
    if (!reason) return props.onPress();
    element.current?.focus();
    tooltip.show();
  };

  return (
    <>
      <button
        ref={element}
        type="button"
        autofocus={first}
        class={`button button-${tone}${bare ? ' button-bare' : ''}${joined ? ` button-joined-${joined}` : ''}`}
        aria-label={bare ? label : undefined}
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason || (hint && !bare) ? id : undefined}
        aria-haspopup={menu ? 'menu' : undefined}
        aria-expanded={(menu ?? opens)?.open}
        aria-controls={menu?.open || opens ? (menu ?? opens)?.id : undefined}
        onClick={press}
        {...tooltip.handlers}
      >
        {icon && <Icon name={icon} />}
        {!bare && (
          <span class="button-label">
            <span>{label}</span>
            {also.map((other) => (
              <span key={other} class="button-room" data-label={other} />
            ))}
          </span>
        )}
      </button>
      {hint && !menu?.open && <Tooltip id={id} anchor={element} text={hint} shown={tooltip.shown} side={side} />}
    </>
  );
}
