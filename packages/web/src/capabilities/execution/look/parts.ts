import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';

const load = async () => (await Promise.all([import('./places.ts'), learn('plan')]))[0];

/** Plans and one step of them: fetched when the screen is at rest. */
export const PlanPlace = part(async () => (await load()).PlanPlace, 'running');
export const TaskDetail = part(async () => (await load()).TaskDetail, 'running');
