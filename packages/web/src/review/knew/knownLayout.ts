import type { Due, KnowingKind, Known, Ms, Roster } from '@entente/engine';
import { toldMarks } from './knownWords.ts';

/** Height of one party's lane, px. */
export const LANE = 16;
/** Height of the words over a lane, px; only a lane that has some takes it. */
const WORDS = 13;
/** Least height of a row: its title and the line under it. */
export const LEAST = 48;
const PAD = 2;

export type KnownMarkKind = KnowingKind | 'withheld' | 'dueHeld' | 'dueMissed' | 'overshared';
export interface KnownMark {
  readonly kind: KnownMarkKind;
  readonly at: Ms;
  /** Where it is drawn: beside its true place if another mark stands there. */
  readonly x: number;
  /** The event behind it; a deadline has none. */
  readonly src?: string | undefined;
  readonly seat?: string | undefined;
  /** Asked, refused or granted for others than the own side. */
  readonly for?: readonly string[] | undefined;
  readonly due?: Due | undefined;
  /** Of withholding: needed, or only asked for. */
  readonly needed?: boolean | undefined;
}
/** `withheld`: others had it · `part`: something made of it · `held`: not yet acknowledged · `knows` · `origin`: the originator's own, since when is not known. */
export interface KnownBar {
  readonly kind: 'withheld' | 'part' | 'held' | 'knows' | 'origin';
  readonly from: number;
  readonly to: number;
}
/** Words over a mark: which action fell due, for whom was asked. */
export interface KnownLabel {
  readonly text: string;
  readonly x: number;
  /** True if it ends at x. */
  readonly leftward: boolean;
  readonly late: boolean;
}
/** What may stand over a mark: at least `short`; `more` as far as there is room. */
export interface MarkLabel {
  readonly short: string;
  readonly more?: string | undefined;
}
export interface LabelWords {
  readonly of: (mark: Omit<KnownMark, 'x'>) => MarkLabel | undefined;
  /** Width of a text, px. */
  readonly width: (text: string) => number;
  readonly fitted: (text: string, most: number) => string;
}
export interface KnownLane {
  readonly party: string;
  /** Its middle, from the row's upper edge. */
  readonly y: number;
  readonly bars: readonly KnownBar[];
  readonly marks: readonly KnownMark[];
  readonly labels: readonly KnownLabel[];
  /** Deadlines at their true place. */
  readonly dues: readonly number[];
}
export interface KnownRow {
  readonly height: number;
  readonly lanes: readonly KnownLane[];
}

export interface KnownFrame {
  readonly labels: LabelWords;
  readonly scale: (ms: Ms) => number;
  /** Where nothing more is known: the end of the record, scenario ms. */
  readonly until: Ms;
  /** The last x that a mark may have. */
  readonly right: number;
  /** Parties whose reading is on nobody's record, since control plays them. */
  readonly played: ReadonlySet<string>;
  readonly roster: Roster;
  /** Every party has a lane, concerned or not. For a side's own record only those of which it knows something. */
  readonly everyParty: boolean;
}

/** Places one item's lanes, bars and marks; no mark covers another. */
export function layKnown(known: Known, frame: KnownFrame): KnownRow {
  const lanes = known.parties
    .filter((k) => frame.everyParty || k.originator || k.marks.length > 0)
    .map((k) => {
      const due = known.due.filter((d) => frame.roster.partyOf(d.by) === k.party && d.at <= frame.until);
      const marks = apart(marksOf(known, k, due), frame);
      const labels = labelled(marks, frame);
      const dues = [...new Set(due.map((d) => d.at))].map(frame.scale);
      return { party: k.party, bars: barsOf(known, k, frame), marks, labels, dues, height: labels.length > 0 ? LANE + WORDS : LANE };
    });
  const needed = lanes.reduce((sum, l) => sum + l.height, 0);
  const height = Math.max(LEAST, needed + 2 * PAD);
  let bottom = (height - needed) / 2;
  return {
    height,
    lanes: lanes.map(({ height, ...lane }) => {
      bottom += height;
      return { ...lane, y: bottom - LANE / 2 };
    }),
  };
}

type Knowing = Known['parties'][number];

function barsOf({ since }: Known, k: Knowing, { scale, until, played }: KnownFrame): KnownBar[] {
  const bars: KnownBar[] = [];
  const add = (kind: KnownBar['kind'], from: Ms, to: Ms): void => {
    const end = Math.min(to, until);
    if (end > from) bars.push({ kind, from: scale(from), to: scale(end) });
  };
  if (k.withheld) add('withheld', k.withheld.from, k.withheld.until ?? until);
  if (k.part && (!k.held || k.part.at < k.held.at)) add('part', k.part.at, k.held?.at ?? until);
  if (k.held) {
    // Who made it knows it; of a party that control plays, nobody reads on the record.
    const own = k.originator || played.has(k.party);
    const knows = own ? k.held.at : Math.max(k.held.at, k.acknowledged?.at ?? until);
    add('held', k.held.at, knows);
    add('knows', knows, until);
  } else if (k.originator) {
    add('origin', 0, since);
    add('knows', since, until);
  }
  return bars;
}

/** In the order in which they are read if they fall on one moment. */
const ORDER: readonly KnownMarkKind[] = [
  'held',
  'withheld',
  'requested',
  'refused',
  'granted',
  'withdrawn',
  'released',
  'part',
  'overshared',
  'acknowledged',
  'recalled',
  'destroyed',
  'dueHeld',
  'dueMissed',
];

function marksOf({ parties }: Known, k: Knowing, dues: readonly Due[]): Omit<KnownMark, 'x'>[] {
  const first = parties.flatMap((p) => p.marks).find((m) => m.kind === 'held');
  const marks: Omit<KnownMark, 'x'>[] = toldMarks(k);
  if (k.withheld) marks.push({ kind: 'withheld', at: k.withheld.from, src: first?.src, needed: k.needed });
  const had = [k.held, k.part].filter((x) => x !== undefined).sort((a, b) => a.at - b.at)[0];
  if (k.overshared && had) marks.push({ kind: 'overshared', at: had.at, src: had.src });
  for (const due of dues) marks.push({ kind: due.held ? 'dueHeld' : 'dueMissed', at: due.at, due });
  return marks.sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Half of what a mark takes, px. */
const half = (kind: KnownMarkKind): number => (kind === 'held' ? 2.5 : 6);

/** Moves marks that would cover each other just so far apart; those at the right edge make room to the left. */
function apart(marks: readonly Omit<KnownMark, 'x'>[], { scale, right }: KnownFrame): KnownMark[] {
  const xs: number[] = [];
  marks.forEach((m, i) => {
    const before = marks[i - 1];
    const least = before ? (xs[i - 1] as number) + half(before.kind) + half(m.kind) : Number.NEGATIVE_INFINITY;
    xs.push(Math.max(scale(m.at), least));
  });
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i] as (typeof marks)[number];
    const after = marks[i + 1];
    const most = after ? (xs[i + 1] as number) - half(after.kind) - half(mark.kind) : right;
    xs[i] = Math.min(xs[i] as number, most);
  }
  return marks.map((m, i) => ({ ...m, x: xs[i] as number }));
}

/** Widest label, px; the least that is worth adding to a number; air between two labels. */
const WIDEST = 260;
const WORTH = 40;
const AIR = 8;

/** Words over marks: each begins at its mark, or ends there if there is more room; what fits nowhere is left out. */
function labelled(marks: readonly KnownMark[], { labels, right }: KnownFrame): KnownLabel[] {
  const wanted = marks.flatMap((mark) => {
    const words = labels.of(mark);
    return words ? [{ mark, words, low: mark.x - half(mark.kind), high: mark.x + half(mark.kind) }] : [];
  });
  const end = right + half('dueHeld');
  let taken = 0;
  return wanted.flatMap(({ mark, words, low, high }, i): KnownLabel[] => {
    const least = labels.width(words.short);
    const next = Math.min(end, (wanted[i + 1]?.low ?? end + AIR) - AIR);
    const [before, after] = [high - taken, low < taken ? 0 : next - low];
    const leftward = after < Math.min(before, labels.width(`${words.short} ${words.more ?? ''}`), WIDEST);
    const room = Math.min(leftward ? before : after, WIDEST) - least;
    if (room < 0) return [];
    const text = words.more !== undefined && room >= WORTH ? `${words.short} ${labels.fitted(words.more, room - 4)}` : words.short;
    taken = (leftward ? high : low + labels.width(text)) + AIR;
    return [{ text, x: leftward ? high : low, leftward, late: mark.kind === 'dueMissed' }];
  });
}
