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
 * A row for every mark, the first that is free. Where it is crowded, labels shorten instead of piling up: whole while one
 * of the first `most[0]` rows is free, a few words while one of the first `most[1]` is, else the number alone.
 */
export function pack(marks: readonly Packable[], end: number, most: readonly [number, number]): Packed {
  const rows: Taken[][] = [];
  const placed: Placed[] = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x || (a.key < b.key ? -1 : 1))) placed.push(place(mark, rows, end, most));
  return { rows: rows.length, placed };
}

interface Taken {
  readonly from: number;
  readonly to: number;
}

function place(mark: Packable, rows: Taken[][], end: number, most: readonly [number, number]): Placed {
  for (const degree of [0, 1, 2] as const) {
    const width = mark.widths[degree];
    const beyond = mark.x + MARK + width > end;
    const leftward = beyond && mark.x - MARK - width > 0;
    // On a narrow lane a label may fit on neither side: a shorter one does.
    if (beyond && !leftward && !mark.keep && degree < 2) continue;
    const from = leftward ? mark.x - MARK - width : mark.x - MARK;
    const to = Math.max(leftward ? mark.x + MARK : mark.x + MARK + width, mark.until ?? 0) + GAP;
    const limit = mark.keep || degree === 2 ? Number.POSITIVE_INFINITY : most[degree];
    const row = firstFree(rows, from, to, limit);
    if (row !== undefined) return { key: mark.key, row, x: mark.x, degree, leftward, from, to };
  }
  throw new Error('a row without limit always takes a mark');
}

/** The first row free from `from` to `to`, a new one if need be; undefined if that would be row `limit` or beyond. */
function firstFree(rows: Taken[][], from: number, to: number, limit: number): number | undefined {
  for (let row = 0; row < limit; row++) {
    const taken = rows[row] ?? [];
    rows[row] = taken;
    // Marks come in order of time, but a leftward label reaches back: look at all of a row, not only at its last.
    if (taken.every((t) => t.to <= from || t.from >= to)) {
      taken.push({ from, to });
      return row;
    }
  }
  return undefined;
}
