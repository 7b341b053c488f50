/** Steps of options and plans: what they say, and what is wrong with them. */

export { type AtTable, checkSteps, type StepProblem, timesOf } from './check.ts';
export { COLUMNS, type Column, type PasteTable, type ReadRows, type RowProblem, readRows } from './rows.ts';
export { MOST_STEPS, RELATIONS, type Step, type StepTerms, stepsOf } from './terms.ts';
