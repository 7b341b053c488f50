/** Rehearsal: simulated seats, runs from seeds, what they tell. */

export type { Finding } from './findings/finding.ts';
export { csvOf } from './report/csv.ts';
export { htmlOf } from './report/html.ts';
export { htmlToBegin } from './report/html-begin.ts';
export { junitOf, junitOfNone } from './report/junit.ts';
export { OWN_SCRIPT } from './report/policy.ts';
export { type Report, reportOf } from './report/report.ts';
export { clockAt } from './report/words.ts';
export { faultText } from './run/fault.ts';
export { type Asked, planOf, secretOfRun } from './run/plan.ts';
export { MOST_ACTS, MOST_AT_ONCE, playRun } from './run/run.ts';
export { crewOf } from './seats/crew.ts';
export { SimulatedSeats } from './seats/driver.ts';
export type { SimulatedAct, Stage } from './seats/seat.ts';
export { csvAside, recordOfRun, reportAside, timesAside } from './workers/aside.ts';
export { broke, NoRehearsal } from './workers/no-rehearsal.ts';
export { playAll, type Runs } from './workers/pool.ts';
