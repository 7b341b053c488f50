import './form.css';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { Refused } from '../Refused.tsx';

/** An act with one field, on one line: for what stands in a list. */
export function LineForm({
  title,
  go,
  submit,
  can,
  busy,
  error,
  children,
}: {
  readonly title: string;
  readonly go: string;
  readonly submit: () => void;
  readonly can: boolean;
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly children: ReactNode;
}) {
  const submitted = (e: FormEvent): void => {
    e.preventDefault();
    if (can && !busy) submit();
  };
  return (
    <form className="line-form" aria-label={title} onSubmit={submitted}>
      {children}
      <Button type="submit" size="small" busy={busy} disabled={!can}>
        {go}
      </Button>
      <Refused words={error} />
    </form>
  );
}
