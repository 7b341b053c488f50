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
  /** The row in which it stood before; it stays there while there is room for as much as its number. */
  readonly row?: number | undefined;
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
 * A row for every mark: the one in which it stood, else the first that is free. Where it is crowded, labels shorten instead of piling up: whole while one
 * of the first `most[0]` rows is free, a few words while one of the first `most[1]` is, else the number alone.
 */
export function pack(marks: readonly Packable[], end: number, most: readonly [number, number], kept?: Kept): Packed {
  const rows: Taken[][] = [];
  const placed: Placed[] = [];
  const inTime = [...marks].sort((a, b) => a.x - b.x || (a.key < b.key ? -1 : 1));
  // What is new goes round what stands already, so that nothing moves under the eyes of whoever reads.
  const stood = inTime.filter((m) => m.row !== undefined);
  for (const mark of stood) {
    // A label that has grown shortens; it does not push the next mark of its row away.
    const next = stood.find((m) => m.row === mark.row && m.x > mark.x);
    placed.push((next && tried(mark, rows, end, most, mark.row, next.x - MARK)) ?? place(mark, rows, end, most));
  }
  for (let row = kept?.first ?? 0; row < (kept?.end ?? 0); row++)
    rows[row] = [...(rows[row] ?? []), { from: kept?.from ?? 0, to: kept?.to ?? 0 }];
  for (const mark of inTime) if (mark.row === undefined) placed.push(place(mark, rows, end, most));
  return { rows: rows.length, placed };
}

/** Rows from `first` to before `end` that something else holds between two places: new marks go round it. */
export interface Kept extends Taken {
  readonly first: number;
  readonly end: number;
}

interface Taken {
  readonly from: number;
  readonly to: number;
}

function place(mark: Packable, rows: Taken[][], end: number, most: readonly [number, number]): Placed {
  return (mark.row === undefined ? undefined : tried(mark, rows, end, most, mark.row)) ?? tried(mark, rows, end, most) ?? never();
}
function never(): never {
  throw new Error('a row without limit always takes a mark');
}

/** The longest label for which there is a row, or room in the row where it stood. */
function tried(
  mark: Packable,
  rows: Taken[][],
  end: number,
  most: readonly [number, number],
  stood?: number,
  before = Number.POSITIVE_INFINITY,
): Placed | undefined {
  for (const degree of [0, 1, 2] as const) {
    const width = mark.widths[degree];
    const beyond = mark.x + MARK + width > end;
    const leftward = beyond && mark.x - MARK - width > 0;
    // On a narrow lane a label may fit on neither side: a shorter one does.
    if (beyond && !leftward && !mark.keep && degree < 2) continue;
    const from = leftward ? mark.x - MARK - width : mark.x - MARK;
    const to = Math.max(leftward ? mark.x + MARK : mark.x + MARK + width, mark.until ?? 0) + GAP;
    if (to > before) continue;
    const limit = mark.keep || degree === 2 ? Number.POSITIVE_INFINITY : most[degree];
    const row = stood === undefined ? firstFree(rows, from, to, 0, limit) : firstFree(rows, from, to, stood, Math.min(limit, stood + 1));
    if (row !== undefined) return { key: mark.key, row, x: mark.x, degree, leftward, from, to };
  }
  return undefined;
}

/** The first row from `first` on that is free from `from` to `to`, a new one if need be; undefined if that would be row `limit` or beyond. */
function firstFree(rows: Taken[][], from: number, to: number, first: number, limit: number): number | undefined {
  for (let row = 0; row < first; row++) rows[row] ??= [];
  for (let row = first; row < limit; row++) {
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
