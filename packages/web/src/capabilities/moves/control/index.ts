import type { ControlPart } from '../../../kit/control/part.ts';
import { moveNews } from './news.ts';

export const control: ControlPart = {
  room: 'moves',
  happenings: moveNews,
  called: ({ moves }, id) => {
    const move = moves.plan?.moves.find((m) => m.id === id);
    return move && { number: String(move.number), title: move.name };
  },
};
