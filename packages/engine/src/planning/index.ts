/** What others may call of this room. */

export {
  type Apart,
  apart,
  COUNTS,
  criteriaOf,
  isAssessed,
  type Known,
  knownRedLine,
  knownScore,
  knownWeight,
  type Ranked,
  ranking,
  reasonsAsked,
  redLineKept,
  scoreKept,
  type Turn,
  toldOf,
  toldScore,
  turns,
  weightKept,
} from './assessment.ts';
export { isSigned } from './atoms.ts';
export { currentOption, optionsOn, ownSteps } from './board.ts';
export { type BoardFigures, type Dissent, type PlanFigures, planningFigures } from './figures.ts';
export {
  type Board,
  type Criterion,
  type OptionCard,
  type OptionVersion,
  type OwnStep,
  type OwnStepCard,
  type PlanningState,
  type PlanOption,
  type Ticked,
  type Told,
  WEIGHTS,
  type Weight,
} from './language.ts';
export { owesScores } from './waits.ts';
