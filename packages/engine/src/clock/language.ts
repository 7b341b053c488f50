import type { Fact, Ms } from '../fact.ts';

/** Scenario time: only lead control moves it. Times are ms from STARTEX; `wall` is ms since 1970. */

/** `restart`: the server stopped and came back; `standstill`: its machine slept, or the server did nothing for a while. */
export const PAUSE_REASONS = ['control', 'emergency', 'restart', 'fault', 'standstill'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
export type ClockEvent =
  | { readonly type: 'ClockStarted'; readonly at: Ms; readonly rate: number; readonly first: boolean }
  | { readonly type: 'ClockPaused'; readonly at: Ms; readonly reason: PauseReason }
  | { readonly type: 'RateSet'; readonly at: Ms; readonly rate: number }
  | { readonly type: 'ClockJumped'; readonly from: Ms; readonly to: Ms }
  | { readonly type: 'ExerciseEnded'; readonly at: Ms }
  /** To lead control: a turn was cut short because it made more events than a turn may. */
  | { readonly type: 'FaultRecorded'; readonly what: string };

export type ClockStatus = 'ready' | 'running' | 'paused' | 'ended';
export interface ClockState {
  /** Absent until the first clock event: then the status is `ready`, at 0, rate 1. */
  reading?: Fact & {
    readonly status: ClockStatus;
    readonly rate: number;
    /** Scenario time at `wall`. */
    readonly at: Ms;
    readonly wall: number;
    readonly reason?: PauseReason | undefined;
  };
  readonly jumps: (Fact & { readonly from: Ms; readonly to: Ms })[];
  readonly faults: (Fact & { readonly what: string; readonly at: Ms })[];
}
