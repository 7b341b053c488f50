/** Rehearsal: simulated seats, runs from seeds, what they tell. */
export type { Finding } from './findings/finding.ts';
export { csvOf } from './report/csv.ts';
export { htmlOf } from './report/html.ts';
export { junitOf } from './report/junit.ts';
export { type Report, reportOf } from './report/report.ts';
export { clockAt } from './report/words.ts';
export { type Asked, planOf } from './run/plan.ts';
export { playRun } from './run/run.ts';
export { NoRehearsal, playAll, type Runs } from './workers/pool.ts';
