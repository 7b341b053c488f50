import type { ReadProps } from '../../../kit/seat/part.ts';
import { BoardOf } from './Board.tsx';
import { BOARD_ACTS } from './boardActs.tsx';

/** A board as whoever sits at it has it. */
export function BoardView({ line, open, acts, children }: ReadProps) {
  return (
    <BoardOf id={line.of ?? line.id} open={open} acts={acts ? BOARD_ACTS : undefined}>
      {children}
    </BoardOf>
  );
}
