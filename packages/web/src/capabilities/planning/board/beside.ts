/** What stands elsewhere than in the place Plan: the own steps beneath a paper, and a new board among what can be begun. */
export { OpenBoard } from './OpenBoard.tsx';
export { OwnSteps } from './OwnSteps.tsx';
