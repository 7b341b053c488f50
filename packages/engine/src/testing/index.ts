/** For tests of other packages: exercises made up from numbers, and a table to play them at. */
export { smallScenario } from './fixture.ts';
export { playSome, someScenario, Tape } from './generate.ts';
export { SECRET, Table } from './table.ts';
