import type { Entry } from '../../../kit/control/entry.ts';
import { type Kept, type Packable, pack } from '../../../kit/packing.ts';
import { fitted } from '../../../kit/textWidth.ts';
import type { Lane } from './msel.ts';

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
  /** Folded: one row of marks without words. */
  readonly folded: boolean;
  /** Where lines without a known time stand: a shelf right of now, under the others. */
  readonly shelf?:
    | {
        readonly x: number;
        readonly top: number;
        readonly width: number;
        readonly height: number;
        /** Where its first place is. */
        readonly first: number;
      }
    | undefined;
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
  /** Lanes that are folded, by their id. */
  readonly folded?: ReadonlySet<string> | undefined;
  /** The lanes as they were laid out last at the same scale: what stood there keeps its row. */
  readonly before?: readonly LanePlace[] | undefined;
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
  if (o.folded?.has(lane.id)) return foldedLane(entries, lane, top, o);
  const before = o.before?.find((l) => l.lane.id === lane.id && !l.folded);
  const kept = shelfKept(before, o);
  const timed = placeTimed(
    entries.filter((e) => e.at !== undefined),
    top,
    o,
    rowsOf(before),
    kept,
  );
  // The shelf stands under what is near now, not under the deepest row of the whole day.
  const nowX = o.now * o.pxPerMs;
  const near = timed.marks.filter((m) => m.to > nowX + 8 && m.x < nowX + o.shelf.width - EDGE_OF_SHELF);
  const stays = kept && !near.some((m) => rowIn(m, top) >= kept.first && rowIn(m, top) < kept.end);
  const above = stays ? kept.first : near.reduce((rows, m) => Math.max(rows, rowIn(m, top) + 1), kept?.first ?? 0);
  const shelfTop = top + PAD + above * ROW;
  const shelved = shelve(
    entries.filter((e) => e.at === undefined),
    shelfTop,
    o,
    before,
  );
  const rows = Math.max(2, timed.rows, above + shelved.rows);
  const shelf =
    shelved.rows === 0 ? undefined : { x: nowX, top: shelfTop, width: o.shelf.width, height: shelved.rows * ROW, first: shelfStart(o) };
  return { lane, top, height: rows * ROW + 2 * PAD, marks: [...timed.marks, ...shelved.marks], folded: false, shelf };
}

/** The rows that the shelf held: what is new goes above or below it. */
function shelfKept(before: LanePlace | undefined, o: LayoutOptions): Kept | undefined {
  if (!before?.shelf) return undefined;
  const { top, height } = before.shelf;
  const first = Math.round((top - before.top - PAD) / ROW);
  const from = o.now * o.pxPerMs;
  return { first, end: first + Math.round(height / ROW), from: from - EDGE_OF_SHELF, to: from + o.shelf.width };
}

/** The row of a mark in its lane. */
const rowIn = (m: MarkPlace, top: number): number => Math.round((m.y - top - PAD - ROW / 2) / ROW);

/** In which row each mark with a time stood. */
function rowsOf(lane: LanePlace | undefined): ReadonlyMap<string, number> {
  return new Map(lane?.marks.filter((m) => !m.open).map((m) => [m.entry.id, rowIn(m, lane.top)]));
}

/** One row of marks, so that a side of which nothing is wanted now takes no room; what has no time is not drawn. */
function foldedLane(entries: readonly Entry[], lane: Lane, top: number, o: LayoutOptions): LanePlace {
  const marks = entries.flatMap((entry): MarkPlace[] => {
    if (entry.at === undefined) return [];
    const x = entry.at * o.pxPerMs;
    const label = { number: '', title: '' };
    return [{ entry, label, x, y: top + PAD + ROW / 2, leftward: false, open: false, from: x, to: x }];
  });
  return { lane, top, height: ROW + 2 * PAD, marks, folded: true };
}

function placeTimed(
  entries: readonly Entry[],
  top: number,
  o: LayoutOptions,
  stood: ReadonlyMap<string, number>,
  kept: Kept | undefined,
): { rows: number; marks: MarkPlace[] } {
  const marks = new Map<string, { entry: Entry; labels: readonly [Label, Label, Label]; until: number | undefined }>();
  const packables: Packable[] = [];
  for (const entry of entries) {
    const x = (entry.at ?? 0) * o.pxPerMs;
    const until = entry.allowed && entry.until !== undefined ? Math.max(x + 12, entry.until * o.pxPerMs) : undefined;
    const labels = degrees(o.label(entry), o.measure);
    marks.set(entry.id, { entry, labels, until });
    const widths = labels.map((l) => width(l, o.measure)) as [number, number, number];
    packables.push({
      key: entry.id,
      x,
      widths,
      row: stood.get(entry.id),
      ...(until === undefined ? {} : { until }),
      ...(o.keep.has(entry.id) ? { keep: true } : {}),
    });
  }
  const packed = pack(packables, Math.max(o.end, o.now) * o.pxPerMs + 60, MOST_ROWS, kept);
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
function shelve(
  entries: readonly Entry[],
  top: number,
  o: LayoutOptions,
  before: LanePlace | undefined,
): { rows: number; marks: MarkPlace[] } {
  const left = shelfStart(o);
  const right = o.now * o.pxPerMs + o.shelf.width;
  const stood = slotsOf(before);
  const kept = [...stood.keys()].flatMap((id) => entries.find((e) => e.id === id) ?? []);
  const last = [...stood.values()].at(-1);
  const marks: MarkPlace[] = [];
  let row = last?.row ?? 0;
  let x = last ? left + last.to + 6 : left;
  for (const entry of [...kept, ...entries.filter((e) => !stood.has(e.id))]) {
    const labels = degrees(o.label(entry), o.measure);
    // The shelf itself says that they wait for a hand; what they wait for is worth its width only while there are few.
    const tell = o.keep.has(entry.id) || (entry.waits && entries.length <= 6);
    // With more than a dozen the numbers must do; the table has their titles.
    const label = tell ? labels[1] : entries.length > 12 ? labels[2] : { ...labels[1], suffix: undefined };
    const wide = width(label, o.measure) + 22;
    const slot = stood.get(entry.id);
    if (slot) {
      // Where others have gone a gap stays: nothing moves up while somebody reads.
      const room = slot.to - slot.from + 1;
      const fits = [label, { ...labels[1], suffix: undefined }].find((l) => width(l, o.measure) + 22 <= room) ?? labels[2];
      marks.push(onShelf(entry, fits, left + slot.from, slot.to - slot.from, top, slot.row));
      continue;
    }
    if (x + wide > right && x > left) {
      row++;
      x = left;
    }
    marks.push(onShelf(entry, label, x, wide, top, row));
    x += wide + 6;
  }
  return { rows: entries.length === 0 ? 0 : row + 1, marks };
}

const shelfStart = (o: LayoutOptions): number => o.now * o.pxPerMs + 14 + o.shelf.words;

function onShelf(entry: Entry, label: Label, x: number, wide: number, top: number, row: number): MarkPlace {
  return { entry, label, x: x + 9, y: top + row * ROW + ROW / 2, leftward: false, open: true, from: x, to: x + wide };
}

interface Slot {
  readonly row: number;
  /** From the first place of the shelf, px. */
  readonly from: number;
  readonly to: number;
}

/** The places on the shelf as they were, in order. */
function slotsOf(lane: LanePlace | undefined): ReadonlyMap<string, Slot> {
  const open = lane?.marks.filter((m) => m.open) ?? [];
  const { shelf } = lane ?? {};
  if (!shelf) return new Map();
  return new Map(
    open.map(
      (m) => [m.entry.id, { row: Math.floor((m.y - shelf.top) / ROW), from: m.from - shelf.first, to: m.to - shelf.first }] as const,
    ),
  );
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
