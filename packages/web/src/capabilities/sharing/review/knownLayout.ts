import {
  type Address,
  type Due,
  type HeldSpan,
  type Holding,
  joinedHoldings,
  type KnowingKind,
  type KnowingMark,
  type Known,
  type Ms,
  type Roster,
  timeInCommon,
  timeWithout,
} from '@entente/engine';
import { partsAlone } from './known.ts';
import { toldMarks } from './knownMarks.ts';
import { type LabelWords, type Placed, placed, STEP } from './knownPlaces.ts';

/** Height of one party's lane, px; marks that have no room on it stand above. */
export const LANE = 16;
/** Least height of a row: its title and the line under it. */
export const LEAST = 48;
const PAD = 2;

export type KnownMarkKind = KnowingKind | 'withheld' | 'expired' | 'dueHeld' | 'dueMissed' | 'overshared';
export interface KnownMark extends Pick<KnowingMark, 'at' | 'seat' | 'for' | 'of' | 'lateBy' | 'unanswered'> {
  readonly kind: KnownMarkKind;
  /** The event behind it; a deadline has none. */
  readonly src?: string | undefined;
  readonly due?: Due | undefined;
  /** Of asking: who was asked, if it was not the originator. */
  readonly elsewhere?: Address | undefined;
  /** Of withholding: needed, or only asked for. */
  readonly needed?: boolean | undefined;
}
/**
 * `withheld`: others had it · `held`: not yet acknowledged · `knows` · `untold`: it was granted, but what was given is not told here.
 * `thin`: only something made of it · `old`: it has expired.
 */
export interface KnownBar {
  readonly kind: 'withheld' | 'held' | 'knows' | 'untold';
  readonly from: number;
  readonly to: number;
  readonly thin?: boolean;
  readonly old?: boolean;
}
export interface KnownLane {
  readonly party: string;
  /** Its middle, from the row's upper edge. */
  readonly y: number;
  readonly bars: readonly KnownBar[];
  /** Each at its true place in time. */
  readonly marks: readonly Placed<KnownMark>[];
}
export interface KnownRow {
  readonly height: number;
  readonly lanes: readonly KnownLane[];
}

export interface KnownFrame {
  readonly labels: LabelWords<KnownMark>;
  readonly scale: (ms: Ms) => number;
  /** Where nothing more is known: the end of the record, scenario ms. */
  readonly until: Ms;
  /** Where labels end. */
  readonly right: number;
  /** Parties whose reading is on nobody's record, since control plays them. */
  readonly played: ReadonlySet<string>;
  readonly roster: Roster;
  /** Every party has a lane, concerned or not. For a side's own record only those of which it knows something. */
  readonly everyParty: boolean;
}

/** Places one item's lanes, bars and marks. */
export function layKnown(known: Known, frame: KnownFrame): KnownRow {
  const lanes = known.parties
    .filter((k) => frame.everyParty || k.originator || k.marks.length > 0)
    .map((k) => {
      const due = known.due.filter((d) => frame.roster.partyOf(d.by) === k.party && d.at <= frame.until);
      const marks = placed(marksOf(known, k, due, frame), frame);
      const above = marks.reduce((most, m) => Math.max(most, m.above), 0);
      return { party: k.party, bars: barsOf(known, k, frame), marks, height: LANE + above * STEP };
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

function barsOf({ since, card: { expires } }: Known, k: Knowing, { scale, until, played, everyParty }: KnownFrame): KnownBar[] {
  const bars: KnownBar[] = [];
  const piece = (from: Ms, to: Ms, rest: Omit<KnownBar, 'from' | 'to'>): void => {
    if (to > from) bars.push({ ...rest, from: scale(from), to: scale(to) });
  };
  const add = (from: Ms, to: Ms, rest: Omit<KnownBar, 'from' | 'to'>): void => {
    const end = Math.min(to, until);
    const fresh = Math.min(end, expires ?? end);
    piece(from, fresh, rest);
    // What has expired is given to nobody any more.
    if (rest.kind !== 'withheld') piece(Math.max(from, fresh), end, { ...rest, old: true });
  };
  // Who made it knows it; of a party that control plays, nobody reads on the record.
  const knowsFrom = (from: Ms, acknowledged: Ms | undefined): Ms =>
    k.originator || played.has(k.party) ? from : Math.max(from, acknowledged ?? until);
  for (const span of k.withheld) add(span.from, span.until ?? until, { kind: 'withheld' });
  for (const part of partsAlone(k)) {
    const knows = knowsFrom(part.at, part.acknowledged?.at);
    for (const { from, until: end = until } of outside(k.holdings, part)) {
      add(from, Math.min(knows, end), { kind: 'held', thin: true });
      add(Math.max(from, knows), end, { kind: 'knows', thin: true });
    }
  }
  for (const whole of k.holdings) {
    const end = whole.ended?.at ?? until;
    const knows = knowsFrom(whole.at, whole.acknowledged?.at);
    add(whole.at, Math.min(knows, end), { kind: 'held' });
    add(knows, end, { kind: 'knows' });
  }
  if (k.originator && k.holdings.length === 0) {
    add(since, until, { kind: 'knows' });
  } else if (!everyParty && k.holdings.length + k.partHoldings.length === 0) {
    // A colleague was told that it was granted, and not what was given.
    add(k.marks.find(granted)?.at ?? until, until, { kind: 'untold' });
  }
  return bars;
}

/** A holding without the times of others. */
function outside(others: readonly Holding[], { at, ended }: Holding): HeldSpan[] {
  return timeWithout(others).flatMap((gap) => timeInCommon(gap, { from: at, until: ended?.at }) ?? []);
}

function granted({ kind, for: whom }: KnowingMark): boolean {
  return (kind === 'granted' || kind === 'conditions') && !whom;
}

/** In the order in which they are read if they fall on one moment. */
const ORDER: readonly KnownMarkKind[] = [
  'held',
  'withheld',
  'requested',
  'refused',
  'granted',
  'conditions',
  'withdrawn',
  'released',
  'part',
  'overshared',
  'acknowledged',
  'recalled',
  'destroyed',
  'expired',
  'dueHeld',
  'dueMissed',
];

function marksOf({ card, parties }: Known, k: Knowing, dues: readonly Due[], { roster, until }: KnownFrame): KnownMark[] {
  const first = parties.flatMap((p) => p.marks).find((m) => m.kind === 'held');
  /** The party behind an address; an entity is its own. */
  const whose = (address: Address): string => roster.partyOf(address) ?? address;
  const marks: KnownMark[] = toldMarks(k).map((mark) => {
    const { of } = mark;
    return of === undefined || whose(of) === whose(card.originator) ? mark : { ...mark, elsewhere: of };
  });
  const recalled = (at: Ms): KnowingMark | undefined => k.marks.find((m) => m.kind === 'recalled' && m.at === at);
  for (const { from } of k.withheld) marks.push({ kind: 'withheld', at: from, src: (recalled(from) ?? first)?.src, needed: k.needed });
  const had = joinedHoldings([...k.holdings, ...k.partHoldings]);
  if (k.overshared) for (const { at, src } of had) marks.push({ kind: 'overshared', at, src });
  // In the lane of its originator; what an entity made expires with its holders.
  const expiresHere = parties.some((p) => p.originator) ? k.originator : k.holdings.length > 0;
  if (card.expires !== undefined && card.expires <= until && expiresHere) marks.push({ kind: 'expired', at: card.expires });
  for (const due of dues) marks.push({ kind: due.held ? 'dueHeld' : 'dueMissed', at: due.at, due });
  return marks.sort((a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
