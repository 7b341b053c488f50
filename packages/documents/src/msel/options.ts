import type { Meaning, Template } from './reading.ts';

export interface ImportOptions {
  /** What a planner has settled; or, in the old form, which header holds what. */
  readonly map?: Template | Partial<Record<Meaning, string>> | undefined;
  readonly startex?: string | undefined;
  readonly unit?: 'min' | 'h' | undefined;
  /** The date that stands for the first day if the sheet names none, YYYY-MM-DD. */
  readonly today?: string | undefined;
  readonly title?: string | undefined;
}
