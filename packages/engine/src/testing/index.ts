/** For tests of other packages: exercises made up from numbers, and a table to play them at. */
export { ROOMS } from '../rooms.ts';
export { smallScenario } from './fixture.ts';
export { playSome, someScenario } from './generate.ts';
export { LAW_BEFORE } from './law/before.ts';
export { type Breach, breaches } from './law/breaches.ts';
export { wordsAstray } from './law/judge.ts';
export { Watch } from './law/watch.ts';
export { FILES, SECRET, Table } from './table.ts';
export { Tape } from './tape.ts';
