import type { Ms } from '@entente/engine';

/** Where the marks of one lane stand: each at its true place in time; what would cover another stands above it, on a stem. */

/** From one row of marks to the one above, px. */
export const STEP = 14;
/** Rows above the lane; what finds no room in them lies over others in the highest. */
const ROWS = 8;
/** Half of a mark, px, and air behind it. */
const HALF = 6;
const AIR = 3;
/** Where the picture begins for words, px, and the least of them that is worth adding to the short form. */
const LEFT = 8;
const WORTH = 40;

/** What stands beside a mark: at least `short`; `more` as far as there is room. */
export interface MarkLabel {
  readonly short: string;
  readonly more?: string | undefined;
  readonly late?: boolean | undefined;
}
export interface LabelWords<M> {
  readonly of: (mark: M) => MarkLabel | undefined;
  /** Width of a text, px. */
  readonly width: (text: string) => number;
  readonly fitted: (text: string, most: number) => string;
}
export type Placed<M> = M & {
  readonly x: number;
  /** Rows above the lane; on it is 0. */
  readonly above: number;
  readonly label?: { readonly text: string; readonly leftward: boolean; readonly late: boolean } | undefined;
};

interface Places<M> {
  readonly labels: LabelWords<M>;
  readonly scale: (ms: Ms) => number;
  readonly right: number;
}

/** Places marks that come in order of time. Those with words stand above the lane, so that their words have room. */
export function placed<M extends { readonly at: Ms }>(marks: readonly M[], { labels, scale, right }: Places<M>): Placed<M>[] {
  const rows = new Rows(right);
  const done = new Map<M, Placed<M>>();
  for (const mark of marks) {
    const words = labels.of(mark);
    if (words) done.set(mark, { ...mark, ...worded(rows, scale(mark.at), words, labels) });
  }
  return marks.map((mark) => {
    const x = scale(mark.at);
    return done.get(mark) ?? { ...mark, x, above: rows.take(x - HALF, x + HALF) };
  });
}

/** The lowest of two rows that has room for all its words, else the one that has most room, else the next that has some. */
function worded<M>(rows: Rows, x: number, { short, more, late = false }: MarkLabel, { width, fitted }: LabelWords<M>) {
  const least = Math.min(width(short), rows.widest(x));
  const full = more === undefined ? least : width(`${short} ${more}`);
  const low = [1, 2].map((above) => rows.room(above, x, full));
  const best = low.find((r) => r.room >= full) ?? low.toSorted((a, b) => b.room - a.room)[0];
  let room = best && best.room >= least ? best : rows.room(3, x, full);
  while (room.room < least && room.above < ROWS) room = rows.room(room.above + 1, x, full);
  const text =
    more === undefined || (room.room < full && room.room < least + WORTH)
      ? fitted(short, room.room)
      : fitted(`${short} ${more}`, room.room);
  const taken = HALF + AIR + width(text);
  rows.fill(room.above, room.leftward ? x - taken : x - HALF, room.leftward ? x + HALF : x + taken);
  return { x, above: room.above, label: { text, leftward: room.leftward, late } };
}

interface Room {
  readonly above: number;
  readonly room: number;
  readonly leftward: boolean;
}

class Rows {
  readonly #taken = Array.from({ length: ROWS + 1 }, (): (readonly [from: number, to: number])[] => []);
  readonly #right: number;

  constructor(right: number) {
    this.#right = right;
  }

  /** Fills the lowest row that is free from one x to another, and returns it. */
  take(from: number, to: number): number {
    let row = 0;
    while (row < ROWS && !this.#row(row).every(([a, b]) => to <= a || from >= b)) row++;
    this.fill(row, from, to);
    return row;
  }

  fill(row: number, from: number, to: number): void {
    this.#row(row).push([from, to]);
  }

  /** How much room an empty row has for words beside a mark. */
  widest(x: number): number {
    return Math.max(...this.#beside(x, LEFT, this.#right));
  }

  /** How much room a row has for words beside a mark: behind it, or before it if they do not fit there and there is more. */
  room(above: number, x: number, wanted: number): Room {
    const taken = this.#row(above);
    if (taken.some(([a, b]) => x + HALF > a && x - HALF < b)) return { above, room: -1, leftward: false };
    const next = taken.reduce((least, [a]) => (a >= x ? Math.min(least, a) : least), this.#right);
    const last = taken.reduce((most, [, b]) => (b <= x ? Math.max(most, b) : most), LEFT);
    const [behind, before] = this.#beside(x, last, next);
    return behind >= before || behind >= wanted ? { above, room: behind, leftward: false } : { above, room: before, leftward: true };
  }

  #beside(x: number, last: number, next: number): [behind: number, before: number] {
    return [next - x - HALF - 2 * AIR, x - last - HALF - 2 * AIR];
  }

  #row(row: number): (readonly [number, number])[] {
    return this.#taken[row] as (readonly [number, number])[];
  }
}
