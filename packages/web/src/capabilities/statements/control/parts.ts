import { learn } from '../../../i18n/words.ts';
import type { CardActsProps } from '../../../kit/control/hand.ts';
import type { DetailProps, PanelProps } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';
import type { CodingProps } from './Coding.tsx';

// Forms and desks of control that come when one is opened.

/** A seat’s own press desk says the words of the desk and of the wall. */
const draftDesk = async () => (await Promise.all([import('./DraftDesk.tsx'), learn('press')]))[0];
export const DraftDesk = part<DetailProps>(async () => (await draftDesk()).DraftDesk, 'wall');
export const JointDesk = part<DetailProps>(async () => (await draftDesk()).JointDesk, 'wall');
export const SpeakPanel = part<PanelProps>(
  async () => (await Promise.all([import('./SpeakPanel.tsx'), learn('press')]))[0].SpeakPanel,
  'wall',
);
export const ReportPanel = part<PanelProps>(async () => (await import('./ReportPanel.tsx')).ReportPanel);
export const QuestionPanel = part<PanelProps>(async () => (await import('./QuestionPanel.tsx')).QuestionPanel);
export const TellPanel = part<PanelProps>(async () => (await import('./TellPanel.tsx')).TellPanel);
export const SaidDesk = part(async () => (await import('./SaidDesk.tsx')).SaidDesk);
export const QuestionDesk = part(async () => (await import('./SaidDesk.tsx')).QuestionDesk);
export const PublicDesk = part(async () => (await import('./PublicDesk.tsx')).PublicDesk);
export const ConferencePanel = part<PanelProps>(async () => (await import('./ConferencePanels.tsx')).ConferencePanel);
export const QueuePanel = part<PanelProps>(async () => (await import('./ConferencePanels.tsx')).QueuePanel);
/** What is decided in a card of the hand: it comes with the first of them. */
export const Coding = part<CodingProps>(async () => (await import('./Coding.tsx')).Coding);
export const CodeBody = part<CardActsProps>(async () => (await import('./HandBodies.tsx')).CodeBody);
export const FlagBody = part<CardActsProps>(async () => (await import('./HandBodies.tsx')).FlagBody);
