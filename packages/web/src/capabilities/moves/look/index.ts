import type { ControlLook } from '../../../kit/control/part.ts';
import { moveNews } from '../control/news.ts';

export const look: ControlLook = {
  room: 'moves',
  happenings: moveNews,
  called: ({ moves }, id) => {
    const move = moves.plan?.moves.find((m) => m.id === id);
    return move && { number: String(move.number), title: move.name };
  },
};
