import './Button.css';
import { type ButtonHTMLAttributes, type ReactNode, useLayoutEffect, useRef } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** `main` is the next act: one per panel. `quiet` has no edge; `danger` breaks something; `pressed` is a toggle. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'main' | 'quiet' | 'danger' | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  readonly pressed?: boolean | undefined;
  /** Shows that its act is on its way and takes no second press. */
  readonly busy?: boolean | undefined;
  readonly children?: ReactNode;
}

export function Button({ kind = 'plain', size = 'normal', icon, pressed, busy, className, children, ...rest }: ButtonProps) {
  const disabled = rest.disabled || busy;
  const button = useRef<HTMLButtonElement>(null);
  const held = useRef(false);
  // A browser takes the focus away from a button that is disabled, so that whoever pressed it by key would begin at the top again.
  useLayoutEffect(() => {
    if (disabled) held.current = document.activeElement === button.current;
    else if (held.current && document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, [disabled]);
  return (
    <button
      ref={button}
      type="button"
      {...rest}
      className={`btn ${kind} ${size} ${className ?? ''}`}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      aria-busy={busy || undefined}
      disabled={disabled}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only a drawing; its label is spoken and shown as its title. */
export function IconButton({ icon, label, ...rest }: Omit<ButtonProps, 'children'> & { readonly icon: IconName; readonly label: string }) {
  return <Button kind="quiet" {...rest} icon={icon} aria-label={label} title={label} className={`only-icon ${rest.className ?? ''}`} />;
}
