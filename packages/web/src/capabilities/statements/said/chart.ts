import type { Address, Id, Ms } from '@entente/engine';
import type { Weight } from '@entente/engine/statements';

/**
 * The alignment chart as marks, bars and joins: topics down, a lane for each party and outlet, scenario time across. A function
 * of what an edition holds, so that the drawing, the list and the paper show the same.
 */

export type Stance = 'affirmed' | 'denied' | 'open';
export type PairFlag = 'contradictory' | 'ambiguous';
export type ReportFlag = 'misquotation' | 'inference';
export type FlagKind = PairFlag | ReportFlag | 'off-line';

export interface SaidClaim {
  readonly topic: string;
  readonly stance: Stance;
}
/** One thing said: a statement of one or several parties, or what an outlet reported. */
export interface SaidThing {
  readonly id: Id;
  readonly at: Ms;
  /** Whose statement it is; nobody’s: a report. */
  readonly parties: readonly string[];
  readonly outlet?: Address | undefined;
  /** Absent: nobody has coded it yet. */
  readonly claims?: readonly SaidClaim[] | undefined;
  readonly corrects: readonly Id[];
  readonly reads: readonly Id[];
}
export interface SaidFlag {
  readonly key: string;
  readonly flag: FlagKind;
  readonly said: Id;
  /** The other statement, the line, or what a report had read. */
  readonly with: Id;
  readonly topics: { readonly said: string; readonly with: string };
  /** All topics on which it is raised. */
  readonly on: readonly string[];
  /** Why it is raised, and the term by which two topics are mistaken. */
  readonly why?: string | undefined;
  readonly term?: string | undefined;
  readonly opened: Ms;
  readonly closed?: { readonly at: Ms; readonly by: Id } | undefined;
  /** How long until the first word on it, and until it was closed, jumps aside; absent where that did not come. */
  readonly firstAfter?: Ms | undefined;
  readonly closedAfter?: Ms | undefined;
  /** What was said to put it right before it was closed: how long after, and whether it is silent on what is contested. */
  readonly steps?:
    | readonly { readonly said: Id; readonly after: Ms; readonly silent?: true | undefined; readonly weighs?: Weight | undefined }[]
    | undefined;
  /** What weighs less than what it closes. */
  readonly closedWeighs?: Weight | undefined;
  /** What lead control judged; nothing yet: absent. */
  readonly right?: boolean | undefined;
}
/** A line that parties agreed: it stands for each of them until they say something themselves. */
export interface AgreedLine {
  readonly id: Id;
  readonly at: Ms;
  readonly parties: readonly string[];
  readonly claims: readonly SaidClaim[];
}
export interface SaidLook {
  readonly parties: readonly string[];
  readonly topics: readonly string[];
  readonly things: readonly SaidThing[];
  readonly flags: readonly SaidFlag[];
  readonly lines: readonly AgreedLine[];
  readonly now: Ms;
}

export interface ChartMark {
  readonly said: Id;
  readonly at: Ms;
  readonly form: 'bubble' | 'sheet';
  readonly stance: Stance | 'uncoded';
  readonly flags: readonly SaidFlag[];
  /** It is of several parties at once. */
  readonly joint: boolean;
  readonly corrects: readonly Id[];
}
export interface ChartBar {
  readonly stance: Stance;
  readonly from: Ms;
  readonly to: Ms;
  /** `line`: by what was agreed, before anything was said. `repeated`: an outlet goes on with a sentence that was never said so. */
  readonly kind: 'said' | 'line' | 'repeated';
}
export interface ChartLane {
  readonly key: string;
  /** `party:…`, or the outlet. */
  readonly of: Address;
  readonly marks: readonly ChartMark[];
  readonly bars: readonly ChartBar[];
  /** Of an outlet: it still says of this topic what nobody had said. */
  readonly repeats?: true | undefined;
}
export type TopicEnd =
  /** `agreed`: a line stands, and nobody said anything himself. */
  | { readonly kind: 'contradictory' | 'ambiguous' | 'consistent' | 'dismissed' | 'agreed' }
  /** These have not committed themselves, or have said nothing of it. */
  | { readonly kind: 'leaves' | 'only'; readonly parties: readonly string[] }
  | { readonly kind: 'repeats'; readonly outlets: readonly Address[] };
export interface ChartGroup {
  readonly topic: string;
  readonly lanes: readonly ChartLane[];
  readonly ends: readonly TopicEnd[];
}
export interface Spot {
  readonly lane: string;
  readonly at: Ms;
}
export interface ChartJoin {
  readonly flag: SaidFlag & { readonly flag: PairFlag };
  /** Where the earlier one stood when they parted, and the later one’s mark. */
  readonly from: Spot;
  readonly to: Spot;
}
export interface ChartRepair {
  readonly by: Id;
  readonly of: Id;
  readonly from: Spot;
  readonly to: Spot;
  readonly flag?: SaidFlag | undefined;
}
export interface ChartStretch {
  readonly state: 'consistent' | PairFlag;
  readonly from: Ms;
  readonly to: Ms;
  readonly flags: readonly SaidFlag[];
  /** It stands open. */
  readonly open: boolean;
}
export interface Chart {
  readonly groups: readonly ChartGroup[];
  /** What nobody has coded, a lane for whoever said it. */
  readonly uncoded: readonly ChartLane[];
  readonly between: readonly ChartStretch[];
  readonly joins: readonly ChartJoin[];
  readonly repairs: readonly ChartRepair[];
  /** When a joint statement was made. */
  readonly joints: readonly { readonly at: Ms; readonly said: Id }[];
  /** Topics of which nobody said anything. */
  readonly silent: readonly string[];
  readonly from: Ms;
  readonly to: Ms;
}

const isPair = (f: SaidFlag): f is SaidFlag & { flag: PairFlag } => f.flag === 'contradictory' || f.flag === 'ambiguous';
const isOfReport = ({ flag }: SaidFlag): boolean => flag === 'misquotation' || flag === 'inference';
/** A flag counts until it is dismissed. */
const counts = (f: SaidFlag): boolean => f.right !== false;

export function chartOf(look: SaidLook): Chart {
  const groups = look.topics.map((topic) => groupOf(look, topic)).filter((g) => g.lanes.length > 0);
  const told = new Set(groups.map((g) => g.topic));
  const lanes = new Map(groups.flatMap((g) => g.lanes.map((l) => [l.key, l] as const)));
  const spots = { look, lanes };
  const times = [...look.things.map((t) => t.at), ...look.lines.filter((l) => l.parties.length > 1).map((l) => l.at)];
  return {
    groups,
    uncoded: uncodedOf(look),
    between: betweenOf(look, groups),
    joins: look.flags
      .filter(isPair)
      .filter(counts)
      .flatMap((f) => joinOf(spots, f)),
    repairs: repairsOf(spots),
    joints: look.things.filter((t) => t.parties.length > 1).map(({ at, id }) => ({ at, said: id })),
    silent: look.topics.filter((t) => !told.has(t)),
    from: times.length === 0 ? 0 : Math.min(...times),
    to: look.now,
  };
}

export const laneKey = (topic: string, of: Address): string => `${topic} ${of}`;
const stanceOf = (claims: readonly SaidClaim[] | undefined, topic: string): Stance | undefined =>
  claims?.find((c) => c.topic === topic)?.stance;

function groupOf(look: SaidLook, topic: string): ChartGroup {
  const ofParties = look.parties.map((p) => partyLane(look, topic, p));
  const outlets = [...new Set(look.things.flatMap((t) => (t.outlet && stanceOf(t.claims, topic) ? [t.outlet] : [])))];
  const ofOutlets = outlets.map((o) => outletLane(look, topic, o));
  const spoken = [...ofParties, ...ofOutlets].some((l) => l.marks.length + l.bars.length > 0);
  return { topic, lanes: spoken ? [...ofParties, ...ofOutlets] : [], ends: spoken ? endsOf(look, topic, ofParties, ofOutlets) : [] };
}

function marksOf(look: SaidLook, things: readonly SaidThing[], topic: string): ChartMark[] {
  return things
    .flatMap((t): ChartMark[] => {
      const stance = stanceOf(t.claims, topic);
      return stance ? [markOf(look, t, stance)] : [];
    })
    .sort((a, b) => a.at - b.at);
}

function markOf(look: SaidLook, { id, at, parties, corrects }: SaidThing, stance: ChartMark['stance']): ChartMark {
  const flags = look.flags.filter((f) => f.said === id && counts(f));
  return { said: id, at, stance, flags, corrects, form: parties.length > 0 ? 'bubble' : 'sheet', joint: parties.length > 1 };
}

function partyLane(look: SaidLook, topic: string, party: string): ChartLane {
  const own = look.things.filter((t) => t.parties.includes(party));
  const marks = marksOf(look, own, topic);
  const bars = marks.map((m, i): ChartBar => ({ stance: m.stance as Stance, from: m.at, to: marks[i + 1]?.at ?? look.now, kind: 'said' }));
  const first = marks[0]?.at ?? look.now;
  const line = look.lines
    .filter((l) => l.parties.length > 1 && l.parties.includes(party) && l.at < first)
    .findLast((l) => stanceOf(l.claims, topic));
  const stance = line && stanceOf(line.claims, topic);
  if (line && stance) bars.unshift({ stance, from: line.at, to: first, kind: 'line' });
  return { key: laneKey(topic, `party:${party}`), of: `party:${party}`, marks, bars };
}

/** What an outlet tells its readers; hatched while it repeats what was never said so, which its own correction ends on every topic. */
function outletLane(look: SaidLook, topic: string, outlet: Address): ChartLane {
  const own = look.things.filter((t) => t.outlet === outlet);
  const marks = marksOf(look, own, topic);
  const wrong = look.flags.filter((f) => isOfReport(f) && counts(f) && f.on.includes(topic) && own.some((t) => t.id === f.said));
  const bars = marks.map((m, i): ChartBar => {
    const until = marks[i + 1]?.at ?? look.now;
    const repeated = wrong.filter(
      (f) =>
        f.opened <= m.at && !(f.closed && f.closed.at <= m.at) && stanceOf(own.find((t) => t.id === f.said)?.claims, topic) === m.stance,
    );
    const to = Math.min(until, Math.max(...repeated.map((f) => f.closed?.at ?? until)));
    return { stance: m.stance as Stance, from: m.at, ...(repeated.length > 0 ? { to, kind: 'repeated' } : { to: until, kind: 'said' }) };
  });
  const repeats = wrong.some((f) => !f.closed) || undefined;
  return { key: laneKey(topic, outlet), of: outlet, marks, bars, repeats };
}

function uncodedOf(look: SaidLook): ChartLane[] {
  const open = look.things.filter((t) => t.claims === undefined);
  const order = [...look.parties.map((p) => `party:${p}`), ...new Set(open.flatMap((t) => (t.outlet ? [t.outlet] : [])))];
  return order.flatMap((of): ChartLane[] => {
    const own = open.filter((t) => t.outlet === of || (t.parties.length > 0 && `party:${t.parties[0]}` === of));
    const marks = own.map((t) => markOf(look, t, 'uncoded')).sort((a, b) => a.at - b.at);
    return marks.length > 0 ? [{ key: laneKey('', of), of, marks, bars: [] }] : [];
  });
}

function endsOf(look: SaidLook, topic: string, parties: readonly ChartLane[], outlets: readonly ChartLane[]): TopicEnd[] {
  const ends: TopicEnd[] = [];
  const touching = look.flags.filter(isPair).filter((f) => f.topics.said === topic || f.topics.with === topic);
  const open = touching.filter((f) => counts(f) && !f.closed);
  const standing = parties.map((l) => l.bars.at(-1)?.stance);
  const named = (which: (stance: Stance | undefined) => boolean): string[] => look.parties.filter((_, i) => which(standing[i]));
  const said = new Set(standing.filter((s) => s !== undefined && s !== 'open'));
  if (open.some((f) => f.flag === 'contradictory')) ends.push({ kind: 'contradictory' });
  if (open.some((f) => f.flag === 'ambiguous')) ends.push({ kind: 'ambiguous' });
  if (ends.length === 0) {
    if (parties.every((l) => l.marks.length === 0)) ends.push({ kind: 'agreed' });
    else if (standing.includes(undefined)) ends.push({ kind: 'only', parties: named((s) => s !== undefined) });
    else if (said.size > 1) ends.push({ kind: 'dismissed' });
    else if (standing.includes('open') && said.size > 0) ends.push({ kind: 'leaves', parties: named((s) => s === 'open') });
    else ends.push({ kind: 'consistent' });
  }
  const repeat = outlets.filter((l) => l.repeats).map((l) => l.of);
  // Outlets alone spoke of it: of the parties there is nothing to say.
  if (standing.every((s) => s === undefined)) ends.length = 0;
  if (repeat.length > 0) ends.push({ kind: 'repeats', outlets: repeat });
  return ends;
}

/** How the parties stood to each other: from the moment at which two of them spoke of one topic, and where they parted. */
function betweenOf(look: SaidLook, groups: readonly ChartGroup[]): ChartStretch[] {
  const parted = look.flags.filter(isPair).filter(counts);
  const stretches = (['ambiguous', 'contradictory'] as const).flatMap((state): ChartStretch[] =>
    merged(
      parted.filter((f) => f.flag === state),
      look.now,
    ).map((s) => ({ ...s, state })),
  );
  const both = groups.flatMap(({ lanes }) => {
    // A line alone is nothing said: of sides that have not spoken nothing is told.
    if (lanes.every((l) => l.marks.length === 0 || !l.of.startsWith('party:'))) return [];
    const starts = lanes.filter((l) => l.of.startsWith('party:')).flatMap((l) => (l.bars[0] ? [l.bars[0].from] : []));
    return starts.length > 1 ? [starts.sort((a, b) => a - b)[1] as Ms] : [];
  });
  if (both.length === 0 && stretches.length === 0) return [];
  const first = Math.min(...both, ...stretches.map((s) => s.from));
  return [...gaps(stretches, first, look.now), ...stretches].sort((a, b) => a.from - b.from);
}

function merged(flags: readonly SaidFlag[], now: Ms): Omit<ChartStretch, 'state'>[] {
  const found: { from: Ms; to: Ms; flags: SaidFlag[]; open: boolean }[] = [];
  for (const f of [...flags].sort((a, b) => a.opened - b.opened)) {
    const to = f.closed?.at ?? now;
    const last = found.at(-1);
    if (last && f.opened <= last.to) {
      last.to = Math.max(last.to, to);
      last.flags.push(f);
      last.open ||= !f.closed;
    } else found.push({ from: f.opened, to, flags: [f], open: !f.closed });
  }
  return found;
}

function gaps(stretches: readonly ChartStretch[], from: Ms, to: Ms): ChartStretch[] {
  const found: ChartStretch[] = [];
  let at = from;
  for (const s of [...stretches].sort((a, b) => a.from - b.from)) {
    if (s.from > at) found.push({ state: 'consistent', from: at, to: s.from, flags: [], open: false });
    at = Math.max(at, s.to);
  }
  if (to > at) found.push({ state: 'consistent', from: at, to, flags: [], open: true });
  return found;
}

interface Spots {
  readonly look: SaidLook;
  readonly lanes: ReadonlyMap<string, ChartLane>;
}
const thing = ({ look }: Spots, id: Id): SaidThing | undefined => look.things.find((t) => t.id === id);

/** The lane in which a thing stands for a topic; of several parties, the one that the other thing is not of. */
function laneOf(spots: Spots, of: SaidThing, topic: string, other?: SaidThing): string | undefined {
  const own = of.outlet ?? `party:${of.parties.find((p) => !other?.parties.includes(p)) ?? of.parties[0]}`;
  const key = laneKey(topic, own);
  return spots.lanes.has(key) ? key : undefined;
}

function joinOf(spots: Spots, flag: SaidFlag & { flag: PairFlag }): ChartJoin[] {
  const said = thing(spots, flag.said);
  const other = thing(spots, flag.with);
  if (!said || !other) return [];
  const from = laneOf(spots, other, flag.topics.with, said);
  const to = laneOf(spots, said, flag.topics.said, other);
  if (from === undefined || to === undefined) return [];
  return [{ flag, from: { lane: from, at: flag.opened }, to: { lane: to, at: said.at } }];
}

/** Back from what repaired to what it repaired: what closed a flag, and whatever says that it corrects. */
function repairsOf(spots: Spots): ChartRepair[] {
  const found = new Map<string, ChartRepair>();
  const add = (by: SaidThing, of: SaidThing, topic: string, flag?: SaidFlag): void => {
    const to = laneOf(spots, of, topic);
    const mark = to === undefined ? undefined : spots.lanes.get(to)?.marks.find((m) => m.said === of.id);
    if (to === undefined || !mark || by.at <= of.at) return;
    // It points along the lane of what it repairs where it speaks there itself, else from where it does.
    const speaks = spots.lanes.get(to)?.marks.some((m) => m.said === by.id);
    const from = speaks ? to : laneOf(spots, by, topic);
    if (from === undefined || found.has(`${by.id} ${of.id}`)) return;
    found.set(`${by.id} ${of.id}`, { by: by.id, of: of.id, from: { lane: from, at: by.at }, to: { lane: to, at: of.at }, flag });
  };
  for (const flag of spots.look.flags.filter(counts)) {
    const by = flag.closed && thing(spots, flag.closed.by);
    const said = thing(spots, flag.said);
    const other = thing(spots, flag.with);
    const of = by && other && by.corrects.includes(other.id) ? other : said;
    if (by && of) add(by, of, of === said ? flag.topics.said : flag.topics.with, flag);
  }
  for (const by of spots.look.things)
    for (const id of by.corrects) {
      const of = thing(spots, id);
      const topic = of?.claims?.find((c) => stanceOf(by.claims, c.topic))?.topic ?? of?.claims?.[0]?.topic;
      if (of && topic !== undefined) add(by, of, topic);
    }
  return [...found.values()];
}
