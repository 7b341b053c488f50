/** The place Plan, options side by side, and plans as they are drafted: one is seldom opened without another, so they are fetched together. */
export { BoardView } from './BoardView.tsx';
export { DraftView } from './DraftView.tsx';
export { Plans } from './Plans.tsx';
