import type { ControlLook } from '../../../kit/control/part.ts';
import { milestoneNews } from '../control/news.ts';

export const look: ControlLook = { room: 'milestones', happenings: milestoneNews };
