import type { ControlLook } from '../../../kit/control/part.ts';
import { clockNews } from '../control/news.ts';

export const look: ControlLook = { room: 'clock', happenings: clockNews };
