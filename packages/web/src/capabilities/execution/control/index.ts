import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { planCards } from './cards.tsx';
import { PlanDesk, TaskDesk } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: planCards,
  centre: { ...look.centre, Place: PlanDesk },
  details: { task: TaskDesk },
};
