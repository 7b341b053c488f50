import type { ControlLook } from '../../../kit/control/part.ts';
import { emergencyNews } from '../control/news.ts';

export const look: ControlLook = { room: 'emergency', happenings: emergencyNews };
