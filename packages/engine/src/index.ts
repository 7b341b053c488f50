/** The language and rules of exercises. No Node, no DOM, no clock, no randomness. */

export { atomOf, evaluate, namesIn } from './atoms.ts';
export type { AttachmentCard, FileCard } from './attachments/language.ts';
export { type Address, type Audience, isToAll, Roster, split } from './audience.ts';
export { clockStatus, ranBetween, scenarioNow, wallOf, wasJumped } from './clock/clock.ts';
export { GRAIN_MS, grained } from './clock/grain.ts';
export type { ClockEvent, ClockState, ClockStatus, PauseReason } from './clock/language.ts';
export { actOf, commandSchema } from './commands.ts';
export { conditionSchema } from './condition-schema.ts';
export { type Asked, type AtomName, type Condition, JUNCTIONS } from './conditions.ts';
export { isPast, isSoon, lateBy } from './deadlines.ts';
export { durationMs, durationText } from './duration.ts';
export { estimates, scenarioIds } from './estimates.ts';
export { coming, emptyWorld, evolve, waiting } from './exercise.ts';
export { type ExpectedFigures, expectedFigures } from './expected/figures.ts';
export type { ExpectedCard, ExpectedRow, ExpectedStatus } from './expected/language.ts';
export { doneWhen, expectedCard, expectedStatus, judgedLate } from './expected/status.ts';
export { endOf } from './expected/waits.ts';
export type { Fact, Id, Meta, Ms, Rejection, Text } from './fact.ts';
export { type Meaning, type RefKind, textSchema, words } from './fields.ts';
export { Exercise } from './head.ts';
export { type Digest, hashText } from './ids.ts';
export { dependsOnMore } from './injects/comes.ts';
export type { Delivery, InjectCard, InjectRow, Mark } from './injects/language.ts';
export { type Reach, reachOf, tookTo } from './injects/reach.ts';
export { acknowledges, type InjectStatus, injectOfDelivery, injectStatus, rowCard, rowTime, standing } from './injects/status.ts';
export { heldReady, wantsWord } from './injects/waiting.ts';
export { knowsTime, openTo } from './injects/waits.ts';
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
export type { Message, Note } from './messages/language.ts';
export { PURPOSES, type Purpose } from './messages/language.ts';
export { answersOf, isQuestion, questionState, settles } from './messages/questions.ts';
export type { MoveCard } from './moves/language.ts';
export { currentMove } from './moves/moves.ts';
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
export { AudienceError, WORDS } from './references.ts';
export type { Actor, Bounds, Draft, Naming, Waiting } from './room.ts';
export { rosterOf, rosterOfRecord, rosterOfWorld } from './roster.ts';
export { type Scenario, type ScenarioExpected, type ScenarioInject, type ScenarioInput, scenarioSchema } from './scenario.ts';
export { type Hit, search, searching } from './search.ts';
export { seatCount, seatsPlayed } from './seats/count.ts';
export { mayActOn } from './seats/hand.ts';
export type { CellCard, EntityCard, ObjectiveCard, PartyCard, Person, Roll } from './seats/language.ts';
export { isSeated, peopleAt } from './seats/people.ts';
export { lastRoll, rollFor, rollState } from './seats/waits.ts';
export {
  asksForWord,
  grantsOf,
  leftOut,
  mayReleaseTo,
  refusedFor,
  releasedBefore,
  requestsOf,
  speaksFor,
  titleNeeded,
  toldOfDecision,
} from './sharing/desk.ts';
export { type Having, having, havingAlike, havingOf, keptFrom } from './sharing/having.ts';
export { type HeldSpan, type Holding, joinedHoldings, timeInCommon, timeWithout } from './sharing/holdings.ts';
export {
  answeredWith,
  decidedAfter,
  decidedLateBy,
  descendants,
  deskOf,
  filesAreStricter,
  givenTo,
  heldSince,
  itemNamed,
  itemOfScenario,
  itemsAsked,
  meets,
  onwardRule,
  type RequestStatus,
  recalledFrom,
  requestCard,
  requestStatus,
  requestsFor,
  standingCard,
  standsIn,
} from './sharing/items.ts';
export { type Due, KNOWLEDGE_ROOMS, type Known, knowing, knowledge } from './sharing/knowledge.ts';
export type { Knowing, KnowingKind, KnowingMark } from './sharing/lane.ts';
export { ITEM_KINDS, type ItemCard, type ItemKind, ONWARD, type Onward, type Portion, type Redaction } from './sharing/language.ts';
export { type SharingMetrics, sharingMetrics } from './sharing/metrics.ts';
export { mayRelease } from './sharing/offer.ts';
export { acknowledgement, endedFor, endedIn, givenIn, recallFor } from './sharing/recalls.ts';
export { betweenCharacters, CUT_MARK, PLAIN, redact } from './sharing/redact.ts';
export {
  type Allowance,
  actsOn,
  allowed,
  type ItemAct,
  itemOfEvent,
  type Look,
  type Obstacle,
  obstacles,
  overFor,
  recallable,
} from './sharing/rights.ts';
export { type Case, type Finding, judge, RULES, type Rule } from './sharing/rules.ts';
export type { Item, Request } from './sharing/state.ts';
export { handedOver } from './sharing/waits.ts';
export { mayAskWhy, type Reason, why } from './sharing/why.ts';
export { slice } from './slice.ts';
export { isDismissed } from './takings/dismissed.ts';
export type { Taking } from './takings/language.ts';
export { takenCards } from './takings/takings.ts';
export type { OwnTranslation } from './translations/language.ts';
export { mayTranslate } from './translations/rights.ts';
export { mayTranslateThis, ownTranslations } from './translations/translations.ts';
export type { Answer, Outcome, Turn } from './turn.ts';
export { unseenIn, withoutUnseen } from './unseen.ts';
export { answeringVoice } from './voice.ts';
export type { AnyEvent, Command, RoomName, World } from './world.ts';
export type { Written } from './writing.ts';
export { lacking, saysLanguage, writtenIn } from './writings.ts';
