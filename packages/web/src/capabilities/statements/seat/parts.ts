import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';
import type { BelowProps, MineProps, WriteProps } from '../../../kit/seat/part.ts';

const load = async () => (await Promise.all([import('../press/index.ts'), learn('press')]))[0];

/** The press desk, the wall and what one reads there, with their words: fetched when the screen is at rest. */
export const Press = part<MineProps>(async () => (await load()).Press, 'wall');
export const WallPanel = part<MineProps>(async () => (await load()).WallPanel, 'wall');
export const AgreeWriting = part<WriteProps>(async () => (await load()).AgreeWriting, 'wall');
export const AgreementBelow = part<BelowProps>(async () => (await load()).AgreementBelow, 'wall');
export const ConferenceView = part(async () => (await load()).ConferenceView, 'wall');
export const ConferenceWriting = part<WriteProps>(async () => (await load()).ConferenceWriting, 'wall');
export const JointActs = part(async () => (await load()).JointActs, 'wall');
export const JointView = part(async () => (await load()).JointView, 'wall');
export const Doing = part(async () => (await load()).Doing, 'wall');
export const DraftActs = part(async () => (await load()).DraftActs, 'wall');
export const DraftView = part(async () => (await load()).DraftView, 'wall');
export const QuestionView = part(async () => (await load()).QuestionView, 'wall');
export const ReportView = part(async () => (await load()).ReportView, 'wall');
export const SpeakWriting = part<WriteProps>(async () => (await load()).SpeakWriting, 'wall');
export const StatementView = part(async () => (await load()).StatementView, 'wall');
