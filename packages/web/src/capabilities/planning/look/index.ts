import type { ControlLook } from '../../../kit/control/part.ts';
import { phrases } from '../control/phrases.ts';

export const look: ControlLook = { room: 'planning', phrases };
