/** What others may call of this room. */

export { current, digestBody, openBrackets, settles, stands, standsBy, withWording } from './brackets.ts';
export { decisionsOn, lasted, neverAsked, openBracketSteps, type Standing, standings, type Trouble, troubles } from './course.ts';
export { type Consulted, consulted, consultedOn, subjectOf, takenAt } from './due.ts';
export { type ConsultationFigures, consultationFigures, type Late, type Unasked } from './figures.ts';
export type {
  ConsultationState,
  Decision,
  DecisionCard,
  Done,
  Forum,
  ForumCard,
  Matter,
  MatterCard,
  Member,
  Subject,
} from './language.ts';
export {
  actsOf,
  answerAtDue,
  answerOf,
  binding,
  chairSeats,
  consulting,
  delegation,
  dueOf,
  isKept,
  isLate,
  memberOf,
  partyOfAct,
  procedureOf,
  proceeding,
  seatOfAct,
  seatsOf,
  shutBy,
  voidsIn,
} from './matters.ts';
export { openMatter } from './open.ts';
export { type Act, digestOf, type Need, type Procedure, type Proceeding, refusedAct, refusedTime } from './procedure.ts';
export { notHeard } from './procedures/consensus.ts';
export { PROCEDURES } from './procedures/index.ts';
export { planProblems } from './sound.ts';
export { newSinceSigned } from './statements.ts';
export type { Bracket, Paragraph, TableText, Version, Wording } from './texts-language.ts';
export { askedOf, settled } from './waits.ts';
export {
  ACT_NAMES,
  AGREED,
  ASIDE,
  BASES,
  type Basis,
  type Form,
  OUTCOMES,
  OUTCOMES_OF,
  PROCEDURE_NAMES,
  type ProcedureName,
  type Shown,
} from './words.ts';
