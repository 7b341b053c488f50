import { part } from '../../../kit/Part.tsx';
import type { MineProps, WriteProps } from '../../../kit/seat/part.ts';

const load = () => import('../press/index.ts');
const words = ['press', 'wall'] as const;

/** The press desk, the wall and what one reads there, with their words: fetched when the screen is at rest. */
export const Press = part<MineProps>(async () => (await load()).Press, ...words);
export const WallPanel = part<MineProps>(async () => (await load()).WallPanel, ...words);
export const Doing = part(async () => (await load()).Doing, ...words);
export const QuestionView = part(async () => (await load()).QuestionView, ...words);
export const ReportView = part(async () => (await load()).ReportView, ...words);
export const SpeakWriting = part<WriteProps>(async () => (await load()).SpeakWriting, ...words);
export const StatementView = part(async () => (await load()).StatementView, ...words);
