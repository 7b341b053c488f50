import './form.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../Button.tsx';
import type { Files } from '../files/useFiles.ts';
import { intoSight } from '../intoSight.ts';
import { Refused } from '../Refused.tsx';

export interface ActFormProps {
  /** Its name; a heading too, unless one stands above it already (`headed`). */
  readonly title: string;
  readonly headed?: boolean | undefined;
  /** The one filled button. It says the act, and repeats what was chosen. */
  readonly go?: ReactNode;
  readonly submit?: (() => void) | undefined;
  /** In place of the one: two acts of which neither is the usual. Nobody does either by a key or unawares. */
  readonly either?: readonly { readonly words: ReactNode; readonly go: () => void; readonly can: boolean }[] | undefined;
  /** Why the act cannot be done yet, in words; absent if it can. `''`: nothing need be said, the empty field says it. */
  readonly missing?: string | undefined;
  /** Who will be told, what will happen. */
  readonly told?: ReactNode;
  /** Breaks something: drawn in red. */
  readonly danger?: boolean | undefined;
  readonly busy: boolean;
  readonly error: string | undefined;
  /** Puts the form away. Absent where it always stands. */
  readonly cancel?: (() => void) | undefined;
  /** What putting it away is called, if it throws the draft away. */
  readonly cancelWords?: string | undefined;
  /** Takes what is dropped on it or pasted into it. */
  readonly files?: Files | undefined;
  /** Opened by a press: it comes into sight, and its first field takes the focus; a form without fields takes it itself. */
  readonly focus?: boolean | undefined;
  readonly children: ReactNode;
}

/**
 * An act with addressees, deadline, label, text: every form that sends a command is one. What is most often written stands
 * first (`TextField`, `TextsField`), what is seldom changed is folded behind what it says (`Details`); the act, what it
 * still lacks and why it was refused stay in sight at the foot, however long the form is. Ctrl+Enter does the act.
 * `useForm` keeps its draft and sends it.
 */
export function ActForm(props: ActFormProps) {
  const {
    title,
    headed = false,
    go,
    submit,
    either,
    missing,
    told,
    danger,
    busy,
    error,
    cancel,
    cancelWords,
    files,
    focus,
    children,
  } = props;
  const t = useWords('form');
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useEffect(() => {
    if (!focus) return;
    intoSight(form.current);
    const field = form.current?.querySelector<HTMLElement>('textarea, input, select');
    (field ?? form.current)?.focus({ preventScroll: true });
  }, []);
  const can = missing === undefined && !busy && (files?.settled ?? true);
  return (
    <form
      ref={form}
      className="act-form"
      aria-label={title}
      tabIndex={-1}
      onSubmit={(e) => {
        e.preventDefault();
        if (can) submit?.();
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
        e.preventDefault();
        e.currentTarget.requestSubmit();
      }}
      {...files?.takes}
    >
      {!headed && <h2 className="read">{title}</h2>}
      {children}
      <div className="act-go">
        <Refused words={error} />
        <div className="row wrap">
          {either?.map((act, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they stand where they stand
            <Button key={i} className="act-do" busy={busy} disabled={!act.can || !can} onClick={act.go}>
              {act.words}
            </Button>
          ))}
          {go !== undefined && (
            <>
              <Button kind={danger ? 'danger' : 'main'} type="submit" className="act-do" busy={busy} disabled={!can}>
                {go}
              </Button>
              <kbd className="act-key">Ctrl ↵</kbd>
            </>
          )}
          {cancel && (
            <Button kind="quiet" onClick={cancel}>
              {cancelWords ?? t('cancel')}
            </Button>
          )}
        </div>
        <p className="small dim" role="status">
          {busy ? t('sending') : files?.settled === false ? t('filesComing') : missing || told}
        </p>
      </div>
    </form>
  );
}

/** What is seldom changed, folded behind what it says now: “Mail · TLP:AMBER”. */
export function Details({
  title,
  says,
  open,
  children,
}: {
  readonly title: string;
  readonly says?: ReactNode;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}) {
  return (
    <details className="act-details" open={open}>
      <summary>
        <span className="dim">{title}</span> {says}
      </summary>
      <div className="act-fields">{children}</div>
    </details>
  );
}
