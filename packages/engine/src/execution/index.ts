/** What others may call of this room. */

export { blockedFor, type DecideBy, decideBy, lostWaiting, type Standing, type StepState, standings } from './course.ts';
export { executionFigures, type RunFigures, type StepCounts } from './figures.ts';
export type { ExecutionState, Planned, RunningPlan, Task } from './language.ts';
export {
  endOf,
  forumOfPlan,
  isFailed,
  isHindered,
  isOver,
  leadOf,
  openBlock,
  partyOf,
  planOf,
  startOf,
  tasksOf,
  waitsFor,
} from './tasks.ts';
