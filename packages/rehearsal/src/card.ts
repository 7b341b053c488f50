import type { Text } from '@entente/engine';

/** What is told of a rehearsal while it runs and after it, wherever one begins: made by the server, read by the lobby. */

/**
 * How the runs spread, in one picture: over the time to the joint response, where all that it asks for are milestones; else over
 * how many deadlines a run missed.
 */
export interface Spread {
  readonly of: 'time' | 'missed';
  /** Where the first bar begins and the last one ends: ms from STARTEX, or deadlines. */
  readonly from: number;
  readonly to: number;
  /** Runs in each bar, and how many of them fail; without a measure none does. */
  readonly runs: readonly number[];
  readonly failed: readonly number[];
  /** Runs that stand in no bar: the response did not come. */
  readonly never: number;
}

export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** So much of a whole. */
export interface Part {
  readonly done: number;
  readonly of: number;
}

export interface RehearsalCard {
  /** While it runs: so many runs. */
  readonly running?:
    | (Part & {
        /** No run is done yet: threads begin and make their plans, so many steps of all. */
        readonly preparing?: Part | undefined;
        /** No further runs begin; of those that are done the report is being made. */
        readonly reporting?: true | undefined;
      })
    | undefined;
  /** The last one was cancelled after so many runs. */
  readonly cancelled?: Part | undefined;
  /** Why the last one gave no report; `message` is the English of it. */
  readonly failed?: { readonly code: string; readonly message: string; readonly text: Text } | undefined;
  readonly last?: Last | undefined;
}

/** What the last one found, in figures. */
export interface Last {
  /** The scenario was changed since: what was found is of its earlier text. */
  readonly changed: boolean;
  /** Wall time, ms since 1970. */
  readonly at: number;
  readonly runs: number;
  /** Runs that were asked for, where it was cancelled before all were done. */
  readonly of?: number | undefined;
  readonly seed: number;
  readonly mend: number;
  readonly findings: number;
  readonly assertions: number;
  readonly failing: number;
  /** Share of the runs in which the joint response fails, with its 95 % interval; absent without a measure. */
  readonly fails?: Interval | undefined;
  /** The same in words, with what moves it most and the best choice: sentences. */
  readonly said?: readonly Text[] | undefined;
  readonly spread?: Spread | undefined;
}
