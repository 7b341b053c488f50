/** The press desk and what one reads there: one is seldom opened without another, so they are fetched together. */
export { WallPanel } from '../wall/Wall.tsx';
export { Doing } from './Doing.tsx';
export { DraftActs } from './DraftActs.tsx';
export { DraftView } from './DraftView.tsx';
export { Press } from './Press.tsx';
export { QuestionView } from './QuestionView.tsx';
export { ReportView, StatementView } from './SaidView.tsx';
export { SpeakWriting } from './SpeakForm.tsx';
