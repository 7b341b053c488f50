import type { ExerciseCard, ExerciseRow, ExerciseStatus } from './api.ts';

export type NextAct = 'watch' | 'openControl' | 'seeWhy' | 'links' | 'review' | 'goOn';

/** What can be done with an exercise: first what comes next, then the rest. */
export interface ExerciseActs {
  readonly next: NextAct;
  readonly others: readonly NextAct[];
}

const ACTS: Record<ExerciseStatus, ExerciseActs> = {
  running: { next: 'openControl', others: ['links', 'review'] },
  paused: { next: 'seeWhy', others: ['links', 'review'] },
  ready: { next: 'links', others: ['openControl'] },
  ended: { next: 'review', others: ['openControl'] },
};

export function actsOf(row: ExerciseCard): ExerciseActs {
  // One watches a demonstration; whoever sits down at control takes it out of the hands of the one that plays itself.
  if (row.demonstration && row.status !== 'ended') return { next: 'watch', others: ['openControl', 'links', 'review'] };
  // A practice is the seat’s own; whoever opened control would see what is planned for them.
  if (row.practice && row.status !== 'ended') return { next: 'goOn', others: ['links'] };
  // Whoever paused it by hand knows why.
  if (row.status === 'paused' && row.reason === 'control') return ACTS.running;
  return ACTS[row.status];
}

const ORDER: readonly ExerciseRow['status'][] = ['stopped', 'running', 'paused', 'ready', 'damaged', 'ended'];

/** Exercises as the lobby lists them: those that run first, those that ended last; within a state as the server gave them. */
export function inOrder(rows: readonly ExerciseRow[]): ExerciseRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => ORDER.indexOf(a.row.status) - ORDER.indexOf(b.row.status) || a.index - b.index)
    .map(({ row }) => row);
}
