/** The place Plan, options and drafts with all their forms: one is seldom opened without another, so they are fetched together. */
export { BoardView } from './BoardView.tsx';
export { DraftView } from './DraftView.tsx';
export { OpenBoard } from './OpenBoard.tsx';
export { OwnSteps } from './OwnSteps.tsx';
export { Plans } from './Plans.tsx';
