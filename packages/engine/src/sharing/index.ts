/** What others may call of this room. */

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
} from './desk.ts';
export { type Having, having, havingAlike, havingOf, keptFrom } from './having.ts';
export { type HeldSpan, type Holding, joinedHoldings, timeInCommon, timeWithout } from './holdings.ts';
export {
  answeredWith,
  decidedAfter,
  decidedLateBy,
  descendants,
  deskOf,
  familyOf,
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
} from './items.ts';
export { type Due, KNOWLEDGE_ROOMS, type Known, knowing, knowledge } from './knowledge.ts';
export type { Knowing, KnowingKind, KnowingMark } from './lane.ts';
export { ITEM_KINDS, type ItemCard, type ItemKind, ONWARD, type Onward, type Portion, type Redaction } from './language.ts';
export { type SharingMetrics, sharingMetrics } from './metrics.ts';
export { mayRelease } from './offer.ts';
export { acknowledgement, endedFor, endedIn, givenIn, recallFor } from './recalls.ts';
export { betweenCharacters, CUT_MARK, PLAIN, redact } from './redact.ts';
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
} from './rights.ts';
export { type Case, type Finding, judge, RULES, type Rule } from './rules.ts';
export type { Item, Request } from './state.ts';
export { handedOver } from './waits.ts';
export { mayAskWhy, type Reason, why } from './why.ts';
