import { join } from 'node:path';

/** Where the program lies: the repository, or the folder that a portable archive was unpacked to (its start script says so). */
const packed = process.env.ENTENTE_HOME;
const HOME = packed ?? join(import.meta.dirname, '../../..');

export const SCENARIOS = join(HOME, 'scenarios');
/** Where `serve` keeps its data unless it is told otherwise. */
export const DATA = join(HOME, 'data');
export const WEB = packed === undefined ? join(HOME, 'packages/web/dist') : join(HOME, 'web');
