/**
 * The language and rules of exercises. No Node, no DOM, no clock, no randomness. What others may call of a room stands in its
 * `index.ts`, and is had from `@entente/engine/ROOM`; below are those rooms that others than their own screens ask.
 */

export { among } from './among.ts';
export { atomNames, atomOf, evaluate, namesIn } from './atoms.ts';
export * from './attachments/index.ts';
export { type Address, type Audience, isToAll, Roster, split } from './audience.ts';
export * from './clock/index.ts';
export { actOf, type CommandInput, commandSchema } from './commands.ts';
export { type Asked, type AtomName, type Condition, JUNCTIONS } from './conditions.ts';
export { isPast, isSoon, lateBy } from './deadlines.ts';
export { durationMs, durationText } from './duration.ts';
export { estimates, scenarioIds } from './estimates.ts';
export {
  circleOf,
  coming,
  emptyWorld,
  eventKind,
  evolve,
  settling,
  type WaitsKind,
  waiting,
  waitingIn,
  waitingKinds,
  waitingRooms,
  waitsOf,
} from './exercise.ts';
export * from './expected/index.ts';
export type { Fact, Id, Meta, Ms, Rejection, Text } from './fact.ts';
export { type Act, type Meaning, type RefKind, textSchema, words } from './fields.ts';
export { Exercise } from './head.ts';
export { type Digest, hashText } from './ids.ts';
export * from './injects/index.ts';
export { CHANNELS, ENTITY_KINDS, RIGHTS, TLP } from './kinds.ts';
export { labelPolicy } from './labels/known.ts';
export {
  atLeast,
  effectiveLabel,
  type Label,
  type LabelPolicy,
  mayRead,
  normalLabel,
  REACHES,
  type ReadLabel,
  readLabel,
  writeLabel,
} from './labels/policy.ts';
export { TLP_POLICY } from './labels/tlp.ts';
export type { Making } from './making.ts';
export { keyOf, type Leaf, leavesOf, opened } from './meaning.ts';
export { median } from './median.ts';
export * from './messages/index.ts';
export * from './moves/index.ts';
export { partyNumbers } from './parties.ts';
export {
  audienceOf,
  bodyOf,
  chain,
  type ExportHeader,
  exportHeader,
  exportLine,
  GENESIS,
  genesisOf,
  hashOf,
  parseBody,
  type Recorded,
  type SeatCopy,
  seatBody,
  type Verdict,
  Verifier,
} from './record.ts';
export { AudienceError, idsIn, WORDS } from './references.ts';
export { DISTRIBUTIONS, type Distribution, type Rehearsal } from './rehearsal/section.ts';
export type { Actor, Bounds, Circle, Draft, Naming, Settling, Waiting, Written } from './room.ts';
export { rosterOf, rosterOfRecord, rosterOfWorld } from './roster.ts';
export { type Scenario, type ScenarioExpected, type ScenarioInject, type ScenarioInput, scenarioSchema } from './scenario.ts';
export * from './schedule/index.ts';
export { type Hit, search, searching } from './search.ts';
export * from './seats/index.ts';
export * from './sharing/index.ts';
export { slice } from './slice.ts';
export * from './takings/index.ts';
export * from './translations/index.ts';
export type { Answer, Outcome, Turn } from './turn.ts';
export { unseenIn, withoutUnseen } from './unseen.ts';
export { answeringVoice, standsFor } from './voice.ts';
export type { AnyEvent, Command, RoomName, World } from './world.ts';
export { lacking, saysLanguage, writtenIn } from './writings.ts';
