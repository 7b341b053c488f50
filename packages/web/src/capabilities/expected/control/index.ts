import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { expectedCards } from './cards.tsx';
import { ExpectedDesk } from './ExpectedDesk.tsx';

export const control: ControlPart = { ...look, cards: expectedCards, details: { expected: ExpectedDesk } };
