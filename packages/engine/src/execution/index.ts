/** What others may call of this room. */

export { waitingForWords } from './baseline.ts';
export { type OwnStanding, ownStandings, type Standing, type StepState, standings } from './course.ts';
export { type DecideBy, decideBy, decideByText } from './decide-by.ts';
export { executionFigures, type RunFigures, type StepCounts } from './figures.ts';
export type { ExecutionState, Planned, RunningPlan, Task } from './language.ts';
export { type Lost, lostAt, lostWaiting } from './lost.ts';
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
