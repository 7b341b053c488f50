import type { SeatPart } from '../../../kit/seat/part.ts';

/** What options ask of a seat: its side’s scores. */
export const asks: NonNullable<SeatPart['asks']> = {
  scores({ id }, world) {
    const board = world.planning.boards.get(id);
    const asker = board?.asked.at(-1);
    return (
      board && {
        from: asker?.by ?? board.by ?? 'control',
        about: board.name,
        verb: ['planning', 'ask.scores'],
        ifNot: ['planning', 'ifNot.scores'],
      }
    );
  },
};
