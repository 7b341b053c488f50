/** What others may call of this room. */

export { type ExpectedFigures, expectedFigures } from './figures.ts';
export type { ExpectedCard, ExpectedRow, ExpectedStatus } from './language.ts';
export { doneWhen, expectedCard, expectedStatus, judgedLate } from './status.ts';
export { endOf } from './waits.ts';
