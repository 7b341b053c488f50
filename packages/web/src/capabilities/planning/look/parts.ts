import { learn } from '../../../i18n/words.ts';
import { part } from '../../../kit/Part.tsx';

const load = async () => (await Promise.all([import('./OptionsPlace.tsx'), learn('plan')]))[0];

/** Options side by side: fetched when the screen is at rest. */
export const OptionsPlace = part(async () => (await load()).OptionsPlace, 'board');
