import type { SeatPart } from '../../../kit/seat/part.ts';
import { asks } from './asks.ts';
import { planningLines } from './lines.ts';
import { BoardView, DraftView, OpenBoard, OwnSteps, Plans } from './parts.ts';

export const seat: SeatPart = {
  room: 'planning',
  inbox: planningLines,
  asks,
  filters: [{ name: 'board', order: 18 }],
  writes: [
    {
      name: 'board',
      order: 55,
      icon: 'plan',
      may: ({ world, seat: own }) => [...world.consultation.forums.values()].some((f) => f.card.members.some((m) => m.seats.includes(own))),
      Form: OpenBoard,
    },
  ],
  made: ({ planning }, events) => events.find((id) => planning.boards.has(id)),
  Below: OwnSteps,
  places: [
    {
      name: 'plan',
      order: 20,
      icon: 'plan',
      wide: true,
      counts: ['execution'],
      holds: ({ world: { planning, execution } }) => planning.boards.size + planning.drafted.size + execution.plans.size > 0,
      List: Plans,
    },
  ],
  kinds: {
    board: { View: BoardView, icon: 'plan', called: 'called.board' },
    told: { View: BoardView, icon: 'plan', called: 'called.told' },
    'draft-plan': { View: DraftView, icon: 'plan', called: 'called.draft' },
  },
};
