/** What others may call of this room. */

export type { Claim, LineCard, ReportCard, StatementCard, Topic } from './cards.ts';
export { type Chain, chains, type Repair, stillRepeats } from './chains.ts';
export { rulesOf } from './desk.ts';
export type { PressRules } from './desk-language.ts';
export { type StatementFigures, statementFigures } from './figures.ts';
export { claimsOf, glossaryAt } from './heard.ts';
export type { Line, Post, Question, Report, Statement, StatementsState } from './language.ts';
export { type Public, saidInPublic } from './public.ts';
export { between } from './rules/pair.ts';
export type { Found, Glossary, PairWhy, Side } from './rules/rule.ts';
export { saysLine } from './speak.ts';
export { counts, type Verdict, verdicts } from './verdicts.ts';
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
