import type { Ms } from '@entente/engine';
import type { Both } from '../report/words.ts';

/** What the planner should do with it: mend the scenario, decide whether it is meant so, or know it. */
export const CALLS = ['mend', 'decide', 'know'] as const;
export type Call = (typeof CALLS)[number];

export const KINDS = [
  'fault',
  'never-released',
  'never-asked',
  'never-reached',
  'always-missed',
  'blocked',
  'refused',
  'no-finish',
  'overload',
  'idle',
  'not-exercised',
  'never-missed',
  'consults-late',
  'no-effect',
  'not-released',
  'not-asked',
  'not-reached',
] as const;
export type FindingKind = (typeof KINDS)[number];

/** One thing that the runs tell the planner, with its evidence and the run that shows it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly call: Call;
  /** What it is about, by its id in the scenario or its address. */
  readonly about: string;
  /** The same as the review has it, by its number. */
  readonly thing?: `${'inject' | 'expected'}:${string}`;
  readonly text: Both;
  /** The evidence, in few words. */
  readonly evidence: Both;
  /** Runs that show it, of those asked. */
  readonly count: number;
  readonly of: number;
  /** True if no run can be otherwise. */
  readonly proved: boolean;
  /** The run to open, and the scenario time at which it shows. */
  readonly run: number;
  readonly at: Ms;
}
