/** An exercise's MSEL out to planners and back: what a server asks at once; writing and reading workbooks stands in `index.ts`. */
export { type Step, stepsFor } from './again/commands.ts';
export { type Difference, differenceOf, type RowChange } from './again/difference.ts';
export type { Edited } from './again/edited.ts';
export type { Said } from './error.ts';
export { type MselTable, tableOf } from './out/lines.ts';
export type { Layout } from './out/write.ts';
