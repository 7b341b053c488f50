/** What a rehearsal is made of, piece by piece: for whoever measures it. */
export { type Inputs, prim } from './analysis/prim.ts';
export { reportOf } from './report/report.ts';
export { Loads } from './run/columns.ts';
export { type Plan, planOf } from './run/plan.ts';
export { playRun } from './run/run.ts';
export type { Runs } from './workers/pool.ts';
