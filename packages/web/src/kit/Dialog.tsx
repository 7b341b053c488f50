import './Dialog.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { IconButton } from './Button.tsx';

/** A step that must be answered before anything else: for destructive acts only, never over a text that is being answered. The browser keeps the focus inside; Esc closes. */
export function Dialog({
  open,
  close,
  title,
  children,
}: {
  readonly open: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const t = useWords('kit');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={close}>
      <div className="row">
        <h2 id={id} className="read grow">
          {title}
        </h2>
        <IconButton icon="close" label={t('close')} onClick={close} />
      </div>
      {children}
    </dialog>
  );
}
