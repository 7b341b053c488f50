import type { ControlLook } from '../../../kit/control/part.ts';
import { statementNews } from './news.ts';
import { phrases } from './phrases.ts';

export const look: ControlLook = { room: 'statements', phrases, happenings: statementNews };
