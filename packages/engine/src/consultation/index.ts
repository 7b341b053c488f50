/** What others may call of this room. */

export { current, digestBody, openBrackets, standsBy, stands, withWording } from './brackets.ts';
export { type Consulted, consulted, subjectOf, takenAt } from './due.ts';
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
  answerOf,
  binding,
  chairSeats,
  consulting,
  delegation,
  dueOf,
  memberOf,
  partyOfAct,
  proceeding,
  procedureOf,
  seatOfAct,
  seatsOf,
} from './matters.ts';
export { type Act, ASIDE, type Need, type Procedure, refusedAct, refusedTime } from './procedure.ts';
export { digestOf } from './procedures/joint-signature.ts';
export { OUTCOMES, PROCEDURES, type ProcedureName } from './procedures/index.ts';
export { newSinceSigned } from './statements.ts';
export type { Bracket, Paragraph, TableText, Version, Wording } from './texts-language.ts';
export { askedOf, settled, signatureStands } from './waits.ts';
