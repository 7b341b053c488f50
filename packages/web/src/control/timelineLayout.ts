import type { Entry, Lane } from './msel.ts';
import { type Packable, pack } from './packing.ts';
import { fitted } from './textWidth.ts';

/** What stands beside a mark. */
export interface Label {
  readonly number: string;
  readonly title: string;
  /** State in words: “3 min late”, “waits for: consulted”. */
  readonly suffix?: string | undefined;
  readonly tone?: 'late' | 'soon' | 'quiet' | undefined;
}
export interface MarkPlace {
  readonly entry: Entry;
  readonly label: Label;
  readonly x: number;
  /** Middle of its row, from the top of all lanes. */
  readonly y: number;
  readonly leftward: boolean;
  /** End of the time allowed. */
  readonly until?: number | undefined;
  /** No time is known: from now on, any time. */
  readonly open: boolean;
  readonly from: number;
  readonly to: number;
}
export interface LanePlace {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly marks: readonly MarkPlace[];
}

export const ROW = 24;
const PAD = 4;
const TITLE = [240, 120, 0] as const;
const SUFFIX = [170, 110, 0] as const;
/** Rows a lane may have before its labels shorten to a few words, and before they shorten to numbers. */
const MOST_ROWS = [8, 14] as const;

export interface LayoutOptions {
  readonly pxPerMs: number;
  /** ENDEX, ms. */
  readonly end: number;
  readonly now: number;
  /** Marks that keep their whole label: the selected one, and what waits for my hand. */
  readonly keep: ReadonlySet<string>;
  readonly label: (entry: Entry) => Label;
  readonly measure: (text: string) => number;
}

/** All lanes one under another, each mark in a row of its own where labels would meet. x = 0 is STARTEX. */
export function layoutLanes(entries: readonly Entry[], lanes: readonly Lane[], options: LayoutOptions): { lanes: LanePlace[]; height: number } {
  let top = 0;
  const placed = lanes.map((lane) => {
    const place = layoutLane(entries.filter((e) => e.lanes.includes(lane.id)), lane, top, options);
    top += place.height;
    return place;
  });
  return { lanes: placed, height: top };
}

function layoutLane(entries: readonly Entry[], lane: Lane, top: number, o: LayoutOptions): LanePlace {
  const marks = new Map<string, { entry: Entry; labels: readonly [Label, Label, Label]; x: number; open: boolean; until: number | undefined }>();
  const packables: Packable[] = [];
  for (const entry of entries) {
    const open = entry.at === undefined;
    const x = (entry.at ?? o.now) * o.pxPerMs + (open ? 24 : 0);
    const until = entry.kind === 'expected' && entry.until !== undefined ? Math.max(x + 12, entry.until * o.pxPerMs) : undefined;
    const labels = degrees(o.label(entry), o.measure);
    marks.set(entry.id, { entry, labels, x, open, until });
    const widths = labels.map((l) => width(l, o.measure)) as [number, number, number];
    packables.push({ key: entry.id, x, widths, ...(until === undefined ? {} : { until }), ...(o.keep.has(entry.id) ? { keep: true } : {}) });
  }
  const packed = pack(packables, Math.max(o.end, o.now) * o.pxPerMs + 60, MOST_ROWS);
  const rows = Math.max(2, packed.rows);
  return {
    lane,
    top,
    height: rows * ROW + 2 * PAD,
    marks: packed.placed.map((p) => {
      const mark = marks.get(p.key)!;
      return { entry: mark.entry, label: mark.labels[p.degree], x: p.x, y: top + PAD + p.row * ROW + ROW / 2, leftward: p.leftward, until: mark.until, open: mark.open, from: p.from, to: p.to };
    }),
  };
}

function degrees(label: Label, measure: (text: string) => number): readonly [Label, Label, Label] {
  return [0, 1, 2].map((d) => ({
    number: label.number,
    title: TITLE[d] === 0 && label.number !== '' ? '' : fitted(label.title, TITLE[d] || 60, measure),
    // A state that is trouble is never shortened away; what something waits for may be.
    suffix: label.suffix === undefined ? undefined : label.tone === 'late' || label.tone === 'soon' ? label.suffix : SUFFIX[d] === 0 ? undefined : fitted(label.suffix, SUFFIX[d] as number, measure),
    tone: label.tone,
  })) as unknown as [Label, Label, Label];
}

function width(label: Label, measure: (text: string) => number): number {
  const parts = [label.number, label.title, label.suffix ?? ''].filter((p) => p !== '');
  return parts.reduce((sum, p) => sum + measure(p) * 1.03, 0) + Math.max(0, parts.length - 1) * 5 + 6;
}
