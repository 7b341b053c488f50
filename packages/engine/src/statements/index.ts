/** What others may call of this room. */

export type { Claim, LineCard, ReportCard, StatementCard, Topic } from './cards.ts';
export { type Chain, chains, type Repair, stillRepeats } from './chains.ts';
export { placeOf } from './conference-place.ts';
export { deskSeats, needsClearing, rulesOf } from './desk.ts';
export type { Joint, JointCard, PressDraft, PressRules, Turn, Worded } from './desk-language.ts';
export { type StatementFigures, statementFigures } from './figures.ts';
export { type PressFinding, pressFindings } from './findings.ts';
export { claimsOf, glossaryAt } from './heard.ts';
export type { Agreement, Conference, Line, Post, Question, Queued, Report, Statement, StatementsState, Term } from './language.ts';
export { languagesOf, saysLine } from './lines.ts';
export { mayPublish } from './may-publish.ts';
export { ofItself, planFor } from './planned.ts';
export { type Public, saidInPublic } from './public.ts';
export { between } from './rules/pair.ts';
export type { Found, Glossary, PairWhy, Side } from './rules/rule.ts';
export type { Weight } from './rules/weight.ts';
export { type ClearerRow, type Hindrance, type Standing, standing, wordedIn } from './standing.ts';
export { counts, type Verdict, verdicts } from './verdicts.ts';
export { says, type Warning, warnings } from './warnings.ts';
export {
  ATTRIBUTIONS,
  type Attribution,
  FLAGS,
  type FlagKind,
  type Medium,
  POSTURES,
  type Posture,
  STANCES,
  type Stance,
} from './words.ts';
