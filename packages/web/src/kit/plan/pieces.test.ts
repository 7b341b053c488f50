import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

const rows = Array.from({ length: 9 }, (_, n) => ({ id: `s${n}` }));
/** As it stands on the screen: a step by its name, a gap by how many it holds. */
const drawn = (from: number, to: number, held?: string) => piecesOf(rows, from, to, held).map((p) => p.row?.id ?? p.gap.length);

describe('the steps of one side in a long matrix', () => {
  it('are rows where they are in sight, and gaps of their number before and after', () => {
    expect(drawn(3, 5)).toEqual([3, 's3', 's4', 4]);
    expect(drawn(0, 2)).toEqual(['s0', 's1', 7]);
    expect(drawn(7, 40)).toEqual([7, 's7', 's8']);
  });

  it('are one gap where another side is in sight, and all rows where all are', () => {
    expect(drawn(9, 12)).toEqual([9]);
    expect(drawn(0, 0)).toEqual([9]);
    expect(drawn(0, 9)).toHaveLength(9);
  });

  it('keep the one that has the focus, wherever it stands', () => {
    expect(drawn(2, 4, 's7')).toEqual([2, 's2', 's3', 3, 's7', 1]);
    expect(drawn(2, 4, 's0')).toEqual(['s0', 1, 's2', 's3', 5]);
    expect(drawn(2, 4, 'elsewhere')).toEqual([2, 's2', 's3', 5]);
  });
});
