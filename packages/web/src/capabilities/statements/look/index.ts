import type { ControlLook } from '../../../kit/control/part.ts';
import { statementNews } from './news.ts';

export const look: ControlLook = { room: 'statements', happenings: statementNews };
