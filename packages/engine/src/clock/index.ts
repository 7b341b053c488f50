/** What others may call of this room. */

export { clockStatus, ranBetween, scenarioNow, wallOf, wasJumped } from './clock.ts';
export { GRAIN_MS, grained } from './grain.ts';
export type { ClockEvent, ClockState, ClockStatus, PauseReason } from './language.ts';
export { overflowOf } from './overflow.ts';
