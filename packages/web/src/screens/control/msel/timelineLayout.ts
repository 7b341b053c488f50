import { type Packable, pack } from '../../../kit/packing.ts';
import { fitted } from '../../../kit/textWidth.ts';
import type { Entry, Lane } from './msel.ts';

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
  /** Where lines without a known time stand: a shelf right of now, under the others. */
  readonly shelf?: { readonly x: number; readonly top: number; readonly width: number; readonly height: number } | undefined;
}

export const ROW = 24;
const PAD = 4;
/** A mark this near to the end of the shelf, px, has no room for its number there and is not drawn yet. */
const EDGE_OF_SHELF = 24;
const TITLE = [240, 120, 0] as const;
const SUFFIX = [170, 110, 0] as const;
/** Rows a lane may have before its labels shorten to a few words, and before they shorten to numbers. */
const MOST_ROWS = [6, 9] as const;

export interface LayoutOptions {
  readonly pxPerMs: number;
  /** ENDEX, ms. */
  readonly end: number;
  readonly now: number;
  /** Marks that keep their whole label: the selected one, and what waits for my hand. */
  readonly keep: ReadonlySet<string>;
  readonly label: (entry: Entry) => Label;
  readonly measure: (text: string) => number;
  /** Width of the shelf for lines without a time, px, and of its words. */
  readonly shelf: { readonly width: number; readonly words: number };
}

/** All lanes one under another, each mark in a row of its own where labels would meet. x = 0 is STARTEX. */
export function layoutLanes(
  entries: readonly Entry[],
  lanes: readonly Lane[],
  options: LayoutOptions,
): { lanes: LanePlace[]; height: number } {
  let top = 0;
  const placed = lanes.map((lane) => {
    const place = layoutLane(
      entries.filter((e) => e.lanes.includes(lane.id)),
      lane,
      top,
      options,
    );
    top += place.height;
    return place;
  });
  return { lanes: placed, height: top };
}

function layoutLane(entries: readonly Entry[], lane: Lane, top: number, o: LayoutOptions): LanePlace {
  const timed = placeTimed(
    entries.filter((e) => e.at !== undefined),
    top,
    o,
  );
  // The shelf stands under what is near now, not under the deepest row of the whole day.
  const nowX = o.now * o.pxPerMs;
  const near = timed.marks.filter((m) => m.to > nowX + 8 && m.x < nowX + o.shelf.width - EDGE_OF_SHELF);
  const above = near.reduce((rows, m) => Math.max(rows, Math.round((m.y - top - PAD - ROW / 2) / ROW) + 1), 0);
  const shelfTop = top + PAD + above * ROW;
  const shelved = shelve(
    entries.filter((e) => e.at === undefined),
    shelfTop,
    o,
  );
  const rows = Math.max(2, timed.rows, above + shelved.rows);
  const shelf = shelved.rows === 0 ? undefined : { x: nowX, top: shelfTop, width: o.shelf.width, height: shelved.rows * ROW };
  return { lane, top, height: rows * ROW + 2 * PAD, marks: [...timed.marks, ...shelved.marks], shelf };
}

function placeTimed(entries: readonly Entry[], top: number, o: LayoutOptions): { rows: number; marks: MarkPlace[] } {
  const marks = new Map<string, { entry: Entry; labels: readonly [Label, Label, Label]; until: number | undefined }>();
  const packables: Packable[] = [];
  for (const entry of entries) {
    const x = (entry.at ?? 0) * o.pxPerMs;
    const until = entry.kind === 'expected' && entry.until !== undefined ? Math.max(x + 12, entry.until * o.pxPerMs) : undefined;
    const labels = degrees(o.label(entry), o.measure);
    marks.set(entry.id, { entry, labels, until });
    const widths = labels.map((l) => width(l, o.measure)) as [number, number, number];
    packables.push({
      key: entry.id,
      x,
      widths,
      ...(until === undefined ? {} : { until }),
      ...(o.keep.has(entry.id) ? { keep: true } : {}),
    });
  }
  const packed = pack(packables, Math.max(o.end, o.now) * o.pxPerMs + 60, MOST_ROWS);
  const places = packed.placed.map((p) => {
    const mark = marks.get(p.key)!;
    return {
      entry: mark.entry,
      label: mark.labels[p.degree],
      x: p.x,
      y: top + PAD + p.row * ROW + ROW / 2,
      leftward: p.leftward,
      until: mark.until,
      open: false,
      from: p.from,
      to: p.to,
    };
  });
  return { rows: packed.rows, marks: places };
}

/** Lines that may come at any time stand in rows right of now, one beside another: their place says “from now on”, not when. */
function shelve(entries: readonly Entry[], top: number, o: LayoutOptions): { rows: number; marks: MarkPlace[] } {
  const left = o.now * o.pxPerMs + 14 + o.shelf.words;
  const right = o.now * o.pxPerMs + o.shelf.width;
  const marks: MarkPlace[] = [];
  let row = 0;
  let x = left;
  for (const entry of entries) {
    const labels = degrees(o.label(entry), o.measure);
    // The shelf itself says that they wait for a hand; what they wait for is worth its width only while there are few.
    const tell = o.keep.has(entry.id) || (entry.waits && entries.length <= 6);
    // With more than a dozen the numbers must do; the table has their titles.
    const label = tell ? labels[1] : entries.length > 12 ? labels[2] : { ...labels[1], suffix: undefined };
    const wide = width(label, o.measure) + 22;
    if (x + wide > right && x > left) {
      row++;
      x = left;
    }
    marks.push({ entry, label, x: x + 9, y: top + row * ROW + ROW / 2, leftward: false, open: true, from: x, to: x + wide });
    x += wide + 6;
  }
  return { rows: entries.length === 0 ? 0 : row + 1, marks };
}

function degrees(label: Label, measure: (text: string) => number): readonly [Label, Label, Label] {
  return [0, 1, 2].map((d) => ({
    number: label.number,
    title: TITLE[d] === 0 && label.number !== '' ? '' : fitted(label.title, TITLE[d] || 60, measure),
    // A state that is trouble is never shortened away; what something waits for may be.
    suffix:
      label.suffix === undefined
        ? undefined
        : label.tone === 'late' || label.tone === 'soon'
          ? label.suffix
          : SUFFIX[d] === 0
            ? undefined
            : fitted(label.suffix, SUFFIX[d] as number, measure),
    tone: label.tone,
  })) as unknown as [Label, Label, Label];
}

function width(label: Label, measure: (text: string) => number): number {
  const parts = [label.number, label.title, label.suffix ?? ''].filter((p) => p !== '');
  return parts.reduce((sum, p) => sum + measure(p) * 1.03, 0) + Math.max(0, parts.length - 1) * 5 + 6;
}
