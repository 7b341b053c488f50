import type { CentreGiven, ControlLook } from '../../../kit/control/part.ts';
import { phrases } from '../control/phrases.ts';
import { planningNews } from './news.ts';
import { OptionsPlace } from './parts.ts';

export const look: ControlLook & { readonly centre: CentreGiven } = {
  room: 'planning',
  phrases,
  happenings: planningNews,
  centre: { name: 'options', words: 'control', opens: 'board', shows: ({ planning }) => planning.boards.size > 0, Place: OptionsPlace },
};
