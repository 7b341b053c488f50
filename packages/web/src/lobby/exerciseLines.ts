import type { ExerciseRow } from './api.ts';

export type NextAct = 'openControl' | 'seeWhy' | 'links' | 'review';
export type Tone = 'met' | 'soon' | 'plain';

/** What a row of the table of exercises says beside its title. */
export interface ExerciseLine {
  readonly row: ExerciseRow;
  readonly tone: Tone;
  readonly next: NextAct;
  /** What else can be done with it, in a menu. */
  readonly others: readonly NextAct[];
  readonly hand: 'overdue' | 'some' | 'none';
}

const NEXT: Record<ExerciseRow['status'], NextAct> = { running: 'openControl', paused: 'seeWhy', ready: 'links', ended: 'review' };
const OTHERS: Record<ExerciseRow['status'], readonly NextAct[]> = {
  running: ['links', 'review'],
  paused: ['links', 'review'],
  ready: ['openControl'],
  ended: ['openControl'],
};
const ORDER: readonly ExerciseRow['status'][] = ['running', 'paused', 'ready', 'ended'];

/** Exercises as the lobby lists them: those that run first, those that ended last; within a state as the server gave them. */
export function exerciseLines(rows: readonly ExerciseRow[]): ExerciseLine[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => ORDER.indexOf(a.row.status) - ORDER.indexOf(b.row.status) || a.index - b.index)
    .map(({ row }) => ({
      row,
      tone: row.status === 'running' ? 'met' : row.status === 'paused' ? 'soon' : 'plain',
      next: NEXT[row.status],
      others: OTHERS[row.status],
      hand: row.status === 'ended' || row.hand.count === 0 ? 'none' : row.hand.overdue > 0 ? 'overdue' : 'some',
    }));
}

/** Scenario time of an exercise as a moment on the calendar of its STARTEX: the offset stays the scenario's own. */
export interface ScenarioClock {
  readonly day: number;
  readonly hhmm: string;
  /** ms since 1970, to be formatted in UTC: the scenario's offset is already in it. */
  readonly local: number;
}

const DAY = 86_400_000;

/** `start` is an ISO date with offset, `now` ms from STARTEX. Day 1 is the day of STARTEX. */
export function scenarioClock(start: string, now: number): ScenarioClock {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(start);
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000 : 0;
  const first = Date.parse(start) + shift;
  const local = first + now;
  return { day: Math.floor(local / DAY) - Math.floor(first / DAY) + 1, hhmm: new Date(local).toISOString().slice(11, 16), local };
}
