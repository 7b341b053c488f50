import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';
import type { BelowProps } from '../../../kit/seat/part.ts';

const load = async () => (await Promise.all([import('../running/index.ts'), learn('plan')]))[0];

/** Active plans: the matrix, one step of it, and what is done with it: fetched when the screen is at rest. */
export const PlanView = part(async () => (await load()).PlanView, 'running');
export const Activate = part<BelowProps>(async () => (await load()).Activate, 'running');
