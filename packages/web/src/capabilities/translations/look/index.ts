import type { ControlLook } from '../../../kit/control/part.ts';
import { translationNews } from '../control/news.ts';

export const look: ControlLook = { room: 'translations', happenings: translationNews };
