import './Form.css';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { intoSight } from '../../../kit/intoSight.ts';
import { Refused } from '../../../kit/Refused.tsx';

export interface SharingFormProps {
  readonly title: string;
  /** The one filled button; it repeats the choice. */
  readonly go: string;
  readonly submit: () => void;
  /** Why the button cannot be pressed yet; absent if it can. */
  readonly missing?: string | undefined;
  /** Who will be told, what will happen. */
  readonly told?: ReactNode;
  readonly danger?: boolean | undefined;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly cancel: () => void;
  readonly children: ReactNode;
}

/** An act on an item, written below the text that it is about: fields, why it cannot go yet, one button that repeats the choice. */
export function SharingForm({ title, go, submit, missing, told, danger, busy, error, cancel, children }: SharingFormProps) {
  const t = useWords('sharing');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    intoSight(form.current);
    form.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, []);
  return (
    <form
      ref={form}
      className="sharing-form"
      aria-label={title}
      onSubmit={(e) => {
        e.preventDefault();
        if (missing === undefined) submit();
      }}
    >
      <h2 className="read" tabIndex={-1}>
        {title}
      </h2>
      {children}
      <Refused words={error} />
      <div className="sharing-go">
        <div className="row wrap">
          <Button kind={danger ? 'danger' : 'main'} type="submit" className="repeats" busy={busy} disabled={missing !== undefined}>
            {go}
          </Button>
          <Button kind="quiet" onClick={cancel}>
            {t('cancel')}
          </Button>
        </div>
        <p className="small dim" role="status">
          {missing ?? told}
        </p>
      </div>
    </form>
  );
}

/** A text of several lines, in the look of the other fields. */
export function TextField({
  title,
  help,
  value,
  onChange,
  rows = 3,
  most,
  required,
}: {
  readonly title: string;
  readonly help?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number | undefined;
  readonly most: number;
  readonly required?: boolean | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control stands inside, one of two
    <label className="field">
      <span className="field-title">{title}</span>
      {help && <span className="small dim">{help}</span>}
      {rows === 1 ? (
        <input
          className="input"
          value={value}
          maxLength={most}
          required={required}
          autoComplete="off"
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      ) : (
        <textarea
          className="input"
          rows={rows}
          value={value}
          maxLength={most}
          required={required}
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      )}
    </label>
  );
}
