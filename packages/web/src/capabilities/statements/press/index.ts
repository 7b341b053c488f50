/** The press desk and what one reads there: one is seldom opened without another, so they are fetched together. */
export { WallPanel } from '../wall/Wall.tsx';
export { AgreeWriting } from './AgreeForm.tsx';
export { AgreementBelow } from './AgreementBelow.tsx';
export { ConferenceWriting } from './ConferenceForm.tsx';
export { ConferenceView } from './ConferenceView.tsx';
export { Doing } from './Doing.tsx';
export { DraftActs } from './DraftActs.tsx';
export { DraftView } from './DraftView.tsx';
export { JointActs, JointView } from './JointView.tsx';
export { Press } from './Press.tsx';
export { QuestionView } from './QuestionView.tsx';
export { ReportView, StatementView } from './SaidView.tsx';
export { SpeakWriting } from './SpeakForm.tsx';
