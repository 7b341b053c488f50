/** What others may call of this room. */

export type { Claim, LineCard, ReportCard, StatementCard, Topic } from './cards.ts';
export { rulesOf } from './desk.ts';
export type { PressRules } from './desk-language.ts';
export type { Line, Post, Question, Report, Statement, StatementsState } from './language.ts';
export { type Public, saidInPublic } from './public.ts';
export { saysLine } from './speak.ts';
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
