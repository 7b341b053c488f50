import type { SeatPart } from '../../../kit/seat/part.ts';
import { asks } from './asks.ts';
import { executionLines } from './lines.ts';
import { Activate, PlanView } from './parts.ts';

export const seat: SeatPart = {
  room: 'execution',
  inbox: executionLines,
  asks,
  filters: [{ name: 'task', order: 19 }],
  Above: Activate,
  kinds: {
    plan: { View: PlanView, icon: 'plan', called: 'called.plan' },
    task: { View: PlanView, icon: 'check', called: 'called.task' },
  },
};
