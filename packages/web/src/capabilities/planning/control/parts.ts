import { learn } from '../../../i18n/words.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';

const load = async () => (await Promise.all([import('./OptionsDesk.tsx'), learn('plan')]))[0];

/** Options, and what control does there for a side that it plays: fetched when the screen is at rest. */
export const OptionsDesk = part(async () => (await load()).OptionsDesk, 'board');
export const NewBoard = part<PanelProps>(async () => (await import('./NewBoard.tsx')).NewBoard, 'board');
