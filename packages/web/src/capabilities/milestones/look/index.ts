import type { ControlLook } from '../../../kit/control/part.ts';
import { milestoneNews } from '../control/news.ts';
import { phrases } from '../control/phrases.ts';

export const look: ControlLook = { room: 'milestones', phrases, happenings: milestoneNews };
