import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';
import type { BelowProps, MineProps, WriteProps } from '../../../kit/seat/part.ts';

const load = async () => (await Promise.all([import('../board/index.ts'), learn('plan')]))[0];

/** The place Plan, options side by side, and plans as they are drafted: fetched when the screen is at rest. */
export const Plans = part<MineProps>(async () => (await load()).Plans, 'board');
export const BoardView = part(async () => (await load()).BoardView, 'board');
export const DraftView = part(async () => (await load()).DraftView, 'board');
export const OwnSteps = part<BelowProps>(async () => (await load()).OwnSteps, 'board');
export const OpenBoard = part<WriteProps>(async () => (await load()).OpenBoard, 'board');
