import type { Answer } from '@entente/engine';
import { useState } from 'react';
import { useDraft } from '../../connection/drafts.ts';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { type Command, useAct } from '../../connection/useAct.ts';
import { type Files, useFiles } from '../files/useFiles.ts';

/** A form as far as it is filled in, and the way to send it. */
export interface Form<D> {
  readonly draft: D;
  readonly change: (part: Partial<D>) => void;
  readonly files: Files;
  readonly busy: boolean;
  /** Why the last try was refused, in the person's language. */
  readonly error: string | undefined;
  /** Sends it with its files. What was done needs no draft any more. */
  readonly run: (command: Command) => Promise<Answer>;
  /** Sends several, one after the other, until one is refused. */
  readonly runAll: (commands: readonly [Command, ...Command[]]) => Promise<Answer>;
  /** Throws away what was written. */
  readonly drop: () => void;
}

/**
 * The draft of a form, kept under `name` until it is sent: it survives a reload, a lost line and a look elsewhere.
 * `start` gives what it holds before anything is written.
 */
export function useForm<D extends object>(name: string, start: () => D): Form<D> {
  const { door, acting } = useSeat();
  const { run, busy, error } = useAct();
  const [empty] = useState(start);
  const own = acting === undefined ? name : `${name} as ${acting}`;
  const [kept, setDraft, forget] = useDraft<D>(door, own, empty);
  // A draft of before a new version of this page may lack a field.
  const draft = { ...empty, ...kept };
  const files = useFiles(own);
  const drop = (): void => {
    forget();
    files.forget();
  };
  const runAll: Form<D>['runAll'] = async ([first, ...rest]) => {
    let answer = await run({ ...first, ...files.attachments } as Command);
    for (const command of rest) if (answer.ok) answer = await run({ ...command, ...files.attachments } as Command);
    if (answer.ok) drop();
    return answer;
  };
  return {
    draft,
    change: (part) => setDraft({ ...draft, ...part }),
    files,
    busy,
    error,
    run: (command) => runAll([command]),
    runAll,
    drop,
  };
}
