import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';
import type { BelowProps, MineProps, WriteProps } from '../../../kit/seat/part.ts';

const board = async () => (await Promise.all([import('../board/index.ts'), learn('plan')]))[0];
const beside = async () => (await Promise.all([import('../board/beside.ts'), learn('plan')]))[0];

/** The place Plan, options side by side, and plans as they are drafted: fetched when the screen is at rest. */
export const Plans = part<MineProps>(async () => (await board()).Plans, 'board');
export const BoardView = part(async () => (await board()).BoardView, 'board');
export const DraftView = part(async () => (await board()).DraftView, 'board');
export const OwnSteps = part<BelowProps>(async () => (await beside()).OwnSteps, 'board');
export const OpenBoard = part<WriteProps>(async () => (await beside()).OpenBoard, 'board');
