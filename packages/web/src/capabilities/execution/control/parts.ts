import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';

const load = async () => (await Promise.all([import('./desks.ts'), learn('plan')]))[0];

/** What control does with plans and their steps: fetched when the screen is at rest. */
export const PlanDesk = part(async () => (await load()).PlanDesk, 'running');
export const TaskDesk = part(async () => (await load()).TaskDesk, 'running');
