import { pack } from '../packing.ts';
import { textWidth } from '../textWidth.ts';
import type { LaneId, Mark } from './mark.ts';

/** Height of one row of marks, px. */
export const ROW = 21;
/** Air at both ends of the axis, px, so that a mark at STARTEX is whole. The scrubber keeps the same. */
export const EDGE = 12;
/** Rows that a lane may take before its labels shorten: to a few words, then to the number. */
const MOST_ROWS = [6, 10] as const;
/** People who come within so many px of each other are one mark. */
const TOGETHER = 28;
const PAD = 6;
/** Widest label, px. */
const WIDEST = 260;
const SHORT = 90;

/** What is written beside a mark: its number, its title, and a word of trouble, which is never left out. */
export interface Label {
  readonly number?: string | undefined;
  readonly title: string;
  readonly suffix?: string | undefined;
}
export interface PlacedMark {
  readonly mark: Mark;
  /** Marks drawn as this one: people who came together, or a burst of messages. */
  readonly more: readonly Mark[];
  readonly x: number;
  readonly y: number;
  readonly until?: number | undefined;
  readonly leftward: boolean;
  readonly label: Label;
}
export interface Lane {
  readonly id: LaneId;
  readonly height: number;
  readonly placed: readonly PlacedMark[];
}

export interface LaneWords {
  readonly title: (mark: Mark) => string;
  readonly suffix: (mark: Mark) => string | undefined;
  /** `burst`: many of a kind at one moment, such as messages; else people who came together. */
  readonly together: (count: number, burst: boolean) => string;
  readonly fitted: (text: string, most: number) => string;
}

/** Where a time stands on an axis of `width` px that ends at `end` ms. */
export function scaleOf(width: number, end: number): (ms: number) => number {
  return (ms) => EDGE + (ms / end) * (width - 2 * EDGE);
}

/** Places a lane's marks on `width` px for `end` ms, so that no label covers another. */
export function layLane(
  id: LaneId,
  marks: readonly Mark[],
  width: number,
  end: number,
  words: LaneWords,
  mostRows: readonly [number, number] = MOST_ROWS,
): Lane {
  const scale = scaleOf(width, end);
  const groups = grouped(marks, scale);
  const labels = groups.map(
    ([first, ...more]) => [labelOf(first as Mark, more.length, words, WIDEST), labelOf(first as Mark, more.length, words, SHORT)] as const,
  );
  const packed = pack(
    groups.map(([first], i) => {
      const [whole, short] = labels[i] as (typeof labels)[number];
      const until = first?.until === undefined ? {} : { until: scale(Math.min(first.until, end)) };
      return {
        key: String(i),
        x: scale(first?.at ?? 0),
        ...until,
        widths: [widthOf(whole), widthOf(short), widthOf({ ...short, title: '' })] as const,
      };
    }),
    width,
    mostRows,
  );
  const placed = packed.placed.map((p): PlacedMark => {
    const index = Number(p.key);
    const [mark, ...more] = groups[index] as [Mark, ...Mark[]];
    const [whole, short] = labels[index] as (typeof labels)[number];
    const label = p.degree === 0 ? whole : p.degree === 1 ? short : { ...short, title: '' };
    return {
      mark,
      more,
      x: p.x,
      y: PAD + p.row * ROW + ROW / 2,
      until: mark.until === undefined ? undefined : scale(Math.min(mark.until, end)),
      leftward: p.leftward,
      label,
    };
  });
  return { id, height: Math.max(packed.rows, 1) * ROW + 2 * PAD, placed };
}

/** So many messages within `TOGETHER` px are a burst, and one mark: below each other they would be a screen high. */
const BURST = 5;

function grouped(marks: readonly Mark[], scale: (ms: number) => number): Mark[][] {
  const groups: Mark[][] = [];
  const open = new Map<string, Mark[]>();
  for (const mark of marks) {
    const kind = mark.together || mark.wordless === 'far' ? mark.kind : undefined;
    const near = kind === undefined ? undefined : open.get(kind);
    if (near && scale(mark.at) - scale((near[0] as Mark).at) < TOGETHER) near.push(mark);
    else {
      const group = [mark];
      groups.push(group);
      if (kind !== undefined) open.set(kind, group);
    }
  }
  return groups.flatMap((group) => (group[0]?.together || group.length >= BURST ? [group] : group.map((mark) => [mark])));
}

function labelOf(mark: Mark, more: number, words: LaneWords, most: number): Label {
  const title = more > 0 ? words.together(more + 1, mark.together === undefined) : words.title(mark);
  return { number: mark.number, title: words.fitted(title, most), suffix: words.suffix(mark) };
}

/** Width of a label as drawn, px; trouble is written bold, which is a little wider. */
function widthOf(label: Label): number {
  const parts = [label.number, label.title, label.suffix].filter((p): p is string => p !== undefined && p !== '');
  return parts.reduce((sum, p) => sum + textWidth(p) * 1.06, 0) + Math.max(parts.length - 1, 0) * 5 + (parts.length > 0 ? 6 : 0);
}
