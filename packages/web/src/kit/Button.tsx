import './Button.css';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** `main` is the next act: one per panel. `quiet` has no edge; `danger` breaks something; `pressed` is a toggle. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'main' | 'quiet' | 'danger' | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  readonly pressed?: boolean | undefined;
  /** Shows that its act is on its way and takes no second press. */
  readonly busy?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly children?: ReactNode;
}

export function Button({ kind = 'plain', size = 'normal', icon, pressed, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`btn ${kind} ${size} ${className ?? ''}`}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
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
