import type { CommandInput, Text } from '@entente/engine';

/** One cell that was changed in the workbook. */
export interface ChangedCell {
  readonly field: string;
  readonly before: string;
  readonly theirs: string;
  readonly ours: string;
  readonly conflict: boolean;
}
export interface ChangedRow {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly id: string;
  readonly number: string;
  readonly row?: number;
  readonly cells: readonly ChangedCell[];
  readonly conflict: boolean;
  readonly why?: Text;
}
/** What taking a change over does, or why it cannot be taken. */
export interface Step {
  readonly key: string;
  readonly change: ChangedRow;
  readonly takes: boolean;
  readonly said: Text;
  /** In an exercise: what is done. */
  readonly commands?: readonly CommandInput[];
  /** What takes the first of them back, should a later one be refused. */
  readonly back?: readonly CommandInput[];
}
export interface Compared {
  readonly sheet: string;
  readonly steps: readonly Step[];
  readonly notTaken: readonly { readonly row: number; readonly said: Text }[];
  readonly columns: readonly Text[];
  /** Absent where it can be taken over here. */
  readonly cannot?: string;
}

/** What a person says of a change: undefined where both sides changed the row and nobody has decided yet. */
export type Choice = 'take' | 'keep' | undefined;

/** Before anybody has said anything: what only the workbook changed is taken; where both did, somebody decides. */
export const suggested = ({ takes, change }: Step): Choice => (!takes ? 'keep' : change.conflict ? undefined : 'take');

export interface Counted {
  readonly takes: number;
  readonly open: number;
  readonly cannot: number;
}
export function counted(steps: readonly Step[], choices: ReadonlyMap<string, Choice>): Counted {
  const able = steps.filter((s) => s.takes);
  const choiceOf = (s: Step): Choice => (choices.has(s.key) ? choices.get(s.key) : suggested(s));
  return {
    takes: able.filter((s) => choiceOf(s) === 'take').length,
    open: able.filter((s) => choiceOf(s) === undefined).length,
    cannot: steps.length - able.length,
  };
}

/** What became of a change that was confirmed; no words: it was taken. */
export interface Outcome {
  readonly key: string;
  readonly refused?: string | undefined;
}
