/** Scenario folders: parse, check, explain; plays: read, drive, run; figures of a run. */
export { drive, PlayDriver, PlayError, type Played, type PlayOptions, type PlayTurn, runPlay, secretOf } from './driver.ts';
export { cleanDocument, DamagedFile, type Incoming, incoming, isDocument, LockedFile, plainName, UncleanFile } from './files/attachment.ts';
export type { ScenarioFile } from './files/folder.ts';
export { UNKNOWN as UNKNOWN_TYPE } from './files/type.ts';
export { type Folder, loadFolder, readScenarioFolder } from './folder.ts';
export { jsonSchema } from './json-schema.ts';
export { type Metrics, metricsOf } from './metrics.ts';
export { byOrder, type Checked, parseScenario } from './parse.ts';
export { COMMANDS, type Play, playSchema, type Step } from './play.ts';
export { type Both, explain, type Place, type Problem } from './problem.ts';
export { type Hands, neverComes, type Unreachable } from './reach.ts';
export { resolveStep } from './resolve.ts';
export { namedIn, timesOf } from './steps.ts';
