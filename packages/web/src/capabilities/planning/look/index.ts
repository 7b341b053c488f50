import type { ControlLook } from '../../../kit/control/part.ts';
import { phrases } from '../control/phrases.ts';
import { planningNews } from './news.ts';

export const look: ControlLook = { room: 'planning', phrases, happenings: planningNews };
