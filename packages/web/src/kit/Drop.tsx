import './Drop.css';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';

interface DropProps {
  /** The button: what it needs to open and to say so. */
  readonly button: (props: ButtonGiven) => ReactNode;
  /** Names what opens. */
  readonly label: string;
  /** `menu`: its buttons are gone through with the arrow keys, and a press closes it. */
  readonly kind: 'menu' | 'note';
  /** On which side of the button it stands. */
  readonly side: 'right' | 'below';
  readonly children: ReactNode;
}
export interface ButtonGiven {
  readonly ref: Ref<HTMLButtonElement>;
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly 'aria-haspopup': 'menu' | 'dialog';
  readonly onClick: () => void;
}

/** Something that opens beside its button and goes with Esc, a press elsewhere, or when the focus leaves it. */
export function Drop({ button, label, kind, side, children }: DropProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const target = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const first = kind === 'menu' ? itemsOf(box.current)[0] : box.current;
    first?.focus();
    const onPress = (e: PointerEvent): void => {
      const at = e.target as Node;
      if (!box.current?.contains(at) && !target.current?.contains(at)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open, kind]);
  const close = (): void => {
    setOpen(false);
    target.current?.focus();
  };
  const onKey = (e: KeyboardEvent): void => {
    if (e.key === 'Escape') {
      e.stopPropagation();
      close();
    } else if (kind === 'menu' && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault();
      const items = itemsOf(box.current);
      const here = items.indexOf(document.activeElement as HTMLElement);
      items.at((here + (e.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
    }
  };
  return (
    <span className="drop">
      {button({
        ref: target,
        'aria-expanded': open,
        'aria-controls': id,
        'aria-haspopup': kind === 'menu' ? 'menu' : 'dialog',
        onClick: () => setOpen(!open),
      })}
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: its role is a menu’s or a dialogue’s
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as said above
        <div
          ref={box}
          id={id}
          role={kind === 'menu' ? 'menu' : 'dialog'}
          aria-label={label}
          tabIndex={-1}
          className={`drop-box ${side}`}
          onKeyDown={onKey}
          onClick={kind === 'menu' ? close : undefined}
          onBlur={(e) => {
            if (!e.currentTarget.contains(e.relatedTarget) && e.relatedTarget !== target.current && e.relatedTarget) setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </span>
  );
}

const itemsOf = (box: HTMLElement | null): HTMLElement[] => [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
