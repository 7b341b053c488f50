import type { Id, Ms } from '@entente/engine';
import { fitted, textWidth } from '../../../kit/textWidth.ts';
import type { Chart, ChartGroup, ChartJoin, ChartLane, ChartMark, ChartRepair, Spot } from './chart.ts';
import { type Scale, scaleOf } from './scale.ts';

/** Where the alignment chart’s marks, joins and words stand, in px. */

export type Tone = 'plain' | 'amber' | 'late' | 'met' | 'quiet';
export interface Label {
  readonly text: string;
  readonly tone: Tone;
}
export interface Placed {
  readonly x: number;
  readonly y: number;
}
export interface PlacedMark extends Placed {
  readonly mark: ChartMark;
  readonly lane: ChartLane;
}
export interface PlacedLabel extends Placed, Label {
  readonly key: string;
  readonly anchor: 'start' | 'end' | 'middle';
}
export interface PlacedLane {
  readonly lane: ChartLane;
  readonly y: number;
}
export interface PlacedGroup {
  readonly group: ChartGroup | undefined;
  readonly top: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
}
export interface PlacedJoin {
  readonly join: ChartJoin;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}
export interface PlacedRepair {
  readonly repair: ChartRepair;
  readonly from: Placed;
  readonly to: Placed;
}
export interface Layout {
  readonly scale: Scale;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  readonly marks: readonly PlacedMark[];
  readonly joins: readonly PlacedJoin[];
  readonly repairs: readonly PlacedRepair[];
  readonly labels: readonly PlacedLabel[];
}
/** What is written beside things; nothing where nothing is to be said. */
export interface ChartWords {
  mark(mark: ChartMark, lane: ChartLane): Label | undefined;
  repair(repair: ChartRepair): Label | undefined;
  join(join: ChartJoin): Label;
  /** At the end of a lane. */
  end(lane: ChartLane): Label | undefined;
}

export const LANE = 28;
/** The picture’s head: how the parties stood to each other. */
export const BETWEEN = 46;
const PAD = 9;
/** Half of a mark, and what is left free round it. */
const HALF = 9;
const APART = 18;
/** Fewer px than this say nothing. */
const LEAST = 56;

export function layoutOf(chart: Chart, width: number, words: ChartWords): Layout {
  const times = [...chart.groups.flatMap((g) => g.lanes), ...chart.uncoded].flatMap((l) => l.marks.map((m) => m.at));
  const scale = inset(scaleOf(times, chart.from, chart.to, Math.max(1, width - 2 * EDGE)));
  const groups = placeGroups(chart);
  const lanes = groups.flatMap((g) => g.lanes);
  const marks = lanes.flatMap(({ lane, y }) => placeMarks(lane, y, scale, width));
  const spot = (s: Spot, said?: Id): Placed => ({
    x: marks.find((m) => m.lane.key === s.lane && m.mark.said === said)?.x ?? scale.x(s.at),
    y: lanes.find((l) => l.lane.key === s.lane)?.y ?? 0,
  });
  const joins = chart.joins.map((join): PlacedJoin => {
    const to = spot(join.to, join.flag.said);
    return { join, x: to.x, from: spot(join.from).y, to: to.y };
  });
  const repairs = chart.repairs.map((repair) => ({ repair, from: spot(repair.from, repair.by), to: spot(repair.to, repair.of) }));
  const base = { scale, groups, marks, joins, repairs, height: (groups.at(-1)?.top ?? BETWEEN) + (groups.at(-1)?.height ?? 0) };
  return { ...base, labels: placeLabels(base, chart, lanes, width, words) };
}

const EDGE = 12;
const inset = (scale: Scale): Scale => ({
  ...scale,
  x: (at) => scale.x(at) + EDGE,
  cuts: scale.cuts.map((c) => ({ ...c, from: c.from + EDGE, to: c.to + EDGE })),
});

function placeGroups(chart: Chart): PlacedGroup[] {
  let top = BETWEEN;
  const rows = [
    ...chart.groups.map((group) => ({ group, lanes: group.lanes })),
    ...(chart.uncoded.length > 0 ? [{ group: undefined, lanes: chart.uncoded }] : []),
  ];
  return rows.map(({ group, lanes }) => {
    const height = Math.max(lanes.length * LANE + PAD, 44);
    const placed = { group, top, height, lanes: lanes.map((lane, i) => ({ lane, y: top + PAD / 2 + LANE * (i + 0.62) })) };
    top += height;
    return placed;
  });
}

/** Marks of one minute stand beside each other. */
function placeMarks(lane: ChartLane, y: number, scale: Scale, width: number): PlacedMark[] {
  const xs: number[] = [];
  for (const m of lane.marks) xs.push(Math.max(scale.x(m.at), (xs.at(-1) ?? -APART) + APART));
  let most = width - HALF;
  for (let i = xs.length - 1; i >= 0; i--) {
    xs[i] = Math.min(xs[i] as number, most);
    most = (xs[i] as number) - APART;
  }
  return lane.marks.map((mark, i) => ({ mark, lane, y, x: xs[i] as number }));
}

/** What is taken in each lane, so that no word stands on a mark or on another. */
class Room {
  readonly #taken = new Map<number, [number, number][]>();
  readonly #width: number;
  constructor(width: number) {
    this.#width = width;
  }
  take(y: number, from: number, to: number): void {
    this.#taken.set(y, [...(this.#taken.get(y) ?? []), [from, to]]);
  }
  /** The free stretch on one side of x. */
  beside(y: number, x: number, side: 'right' | 'left'): number {
    const taken = this.#taken.get(y) ?? [];
    if (side === 'right') return Math.min(this.#width, ...taken.filter(([, to]) => to > x).map(([from]) => Math.max(x, from))) - x;
    return x - Math.max(0, ...taken.filter(([from]) => from < x).map(([, to]) => Math.min(x, to)));
  }
}

type Base = Omit<Layout, 'labels'>;

function placeLabels(
  { marks, joins, repairs, scale }: Base,
  chart: Chart,
  lanes: readonly PlacedLane[],
  width: number,
  words: ChartWords,
): PlacedLabel[] {
  const room = new Room(width);
  const found: PlacedLabel[] = [];
  for (const m of marks) room.take(m.y, m.x - HALF, m.x + HALF);
  // A line that crosses a lane is not written over.
  const crossing = [
    ...joins.map((j) => ({ x: j.x, top: Math.min(j.from, j.to), bottom: Math.max(j.from, j.to) })),
    ...chart.joints.map((j) => ({ x: scale.x(j.at), top: 0, bottom: lanes.at(-1)?.y ?? 0 })),
  ];
  for (const { y } of lanes) for (const c of crossing) if (y > c.top - 2 && y < c.bottom + 2) room.take(y, c.x - 4, c.x + 4);
  for (const { y } of lanes) for (const c of scale.cuts) room.take(y, c.from, c.to);
  const put = (key: string, y: number, x: number, { text, tone }: Label, leftFirst = false): void => {
    const wide = textWidth(text) + 6;
    const right = room.beside(y, x + HALF, 'right');
    const left = room.beside(y, x - HALF, 'left');
    const leftward = leftFirst ? left >= wide || left > right : right < wide && left > right;
    const free = leftward ? left : right;
    if (free < Math.min(wide, LEAST)) return;
    const shown = fitted(text, free - 6);
    const long = textWidth(shown) + 6;
    const at = leftward ? x - HALF - 2 : x + HALF + 2;
    room.take(y, leftward ? at - long : at, leftward ? at : at + long);
    found.push({ key, x: at, y: y - 7, text: shown, tone, anchor: leftward ? 'end' : 'start' });
  };
  for (const { lane, y } of lanes) {
    const end = words.end(lane);
    const x = scale.x(chart.to);
    if (end && room.beside(y, x, 'left') > textWidth(end.text) + 80) {
      found.push({ key: `end ${lane.key}`, x: x - 3, y: y - 7, anchor: 'end', ...end });
      room.take(y, x - textWidth(end.text) - 8, x);
    }
  }
  // What went wrong is written first, and what is merely named last.
  const rank = (tone: Tone): number => ['late', 'amber', 'met', 'plain', 'quiet'].indexOf(tone);
  const wanted = marks.flatMap((m) => {
    const label = words.mark(m.mark, m.lane);
    return label ? [{ m, label }] : [];
  });
  for (const { m, label } of wanted.sort((a, b) => rank(a.label.tone) - rank(b.label.tone)))
    put(
      `${m.lane.key} ${m.mark.said}`,
      m.y,
      m.x,
      label,
      joins.some((j) => j.x === m.x),
    );
  for (const { repair, from, to } of repairs) {
    const label = words.repair(repair);
    const middle = (from.x + to.x) / 2;
    const wide = label ? textWidth(label.text) + 10 : 0;
    if (!label || from.x - to.x < wide + 50 || room.beside(to.y, middle - wide / 2, 'right') < wide) continue;
    room.take(to.y, middle - wide / 2, middle + wide / 2);
    found.push({ key: `repair ${repair.by} ${repair.of}`, x: middle, y: to.y - 7, anchor: 'middle', ...label });
  }
  return found;
}

/** The times of the axis, round by the clock at STARTEX, in each part of a cut scale. */
export function axisOf(scale: Scale, startMinutes: number, width: number, ticks: (end: Ms, start: Ms, most: number) => number[]): Ms[] {
  const long = scale.parts.reduce((sum, p) => sum + (p.to - p.from), 0) || 1;
  return scale.parts.flatMap(({ from, to }) => {
    const most = Math.max(1, Math.floor((((to - from) / long) * width) / 80));
    return ticks(to - from, startMinutes * 60_000 + from, most).map((t) => t + from);
  });
}
