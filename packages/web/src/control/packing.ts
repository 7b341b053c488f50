/** Places labelled marks on a lane so that no label covers another. All lengths are px on the whole lane, not on the screen. */

export interface Packable {
  readonly key: string;
  /** Where the mark stands. */
  readonly x: number;
  /** Where its window (an expected action's time allowed) ends; the row stays free until there. */
  readonly until?: number;
  /** Width of the label beside the mark, by degree of shortening: whole, short, number only. */
  readonly widths: readonly [number, number, number];
  /** Keeps its whole label however crowded the lane is. */
  readonly keep?: boolean;
}
export interface Placed {
  readonly key: string;
  readonly row: number;
  readonly x: number;
  /** Which of the three widths its label has. */
  readonly degree: 0 | 1 | 2;
  /** True if the label stands left of the mark, because the exercise ends to its right. */
  readonly leftward: boolean;
  readonly from: number;
  readonly to: number;
}
export interface Packed {
  readonly rows: number;
  readonly placed: readonly Placed[];
}

const MARK = 9; // half a mark and its air
const GAP = 10; // between a label's end and the next mark

/**
 * Rows for every mark, first row that is free. If the lane would need more rows than `most[0]`, all labels shorten
 * to a few words; if even then more than `most[1]`, to the number: a lane never cuts some labels and not others at random.
 */
export function pack(marks: readonly Packable[], end: number, most: readonly [number, number]): Packed {
  const inOrder = [...marks].sort((a, b) => a.x - b.x || (a.key < b.key ? -1 : 1));
  for (const degree of [0, 1] as const) {
    const packed = packAt(inOrder, end, degree);
    if (packed.rows <= most[degree]) return packed;
  }
  return packAt(inOrder, end, 2);
}

function packAt(marks: readonly Packable[], end: number, degree: 0 | 1 | 2): Packed {
  const rows: { from: number; to: number }[][] = [];
  const placed: Placed[] = [];
  for (const mark of marks) {
    const own = mark.keep ? 0 : degree;
    const width = mark.widths[own];
    const leftward = mark.x + MARK + width > end && mark.x - MARK - width > 0;
    const from = leftward ? mark.x - MARK - width : mark.x - MARK;
    const to = Math.max(leftward ? mark.x + MARK : mark.x + MARK + width, mark.until ?? 0) + GAP;
    const row = firstFree(rows, from, to);
    placed.push({ key: mark.key, row, x: mark.x, degree: own, leftward, from, to });
  }
  return { rows: rows.length, placed };
}

function firstFree(rows: { from: number; to: number }[][], from: number, to: number): number {
  for (let row = 0; ; row++) {
    const taken = rows[row];
    if (!taken) {
      rows.push([{ from, to }]);
      return row;
    }
    // Marks come in order of time, but a leftward label reaches back: look at the last few, not only the last.
    if (taken.every((t) => t.to <= from || t.from >= to)) {
      taken.push({ from, to });
      return row;
    }
  }
}
