import {
  type Holding,
  type Knowing,
  type Known,
  knowledge,
  type Ms,
  type Roster,
  requestsFor,
  type Text,
  type World,
} from '@entente/engine';
import { minutesOf } from '../../../kit/relative.ts';
import { evidenceOf } from '../../../kit/review/evidence.ts';

/** One thing said of a row in words: who had it how late, who never, who should not have. */
export interface Saying {
  /** `overshared`: should not have it · `all`, `together`: had it from its first moment · `after`, `part`: later, whole or in part · `needed`, `wanted`: needed it, or asked for it, in vain. */
  readonly kind: 'overshared' | 'all' | 'only' | 'together' | 'after' | 'part' | 'needed' | 'wanted';
  readonly parties: readonly string[];
  /** How long they had been waiting. */
  readonly ms?: Ms | undefined;
  /** True if that is counted from their asking. */
  readonly asked?: boolean | undefined;
  readonly late: boolean;
}

/** How long a party waited for an item: since somebody had it or what it was made of; where that is not known, since the party asked. */
export interface Wait {
  readonly party: string;
  /** When it got it, or a part. */
  readonly at: Ms;
  readonly ms: Ms;
  readonly part: boolean;
  /** True if it is counted from its asking. */
  readonly asked: boolean;
}

/** A row of *Who knew what when?*: an item, who had it when, and what is wrong with that. */
export interface KnownLine {
  readonly key: string;
  readonly known: Known;
  readonly title: Text;
  readonly label: string;
  readonly originator: string;
  /** What it was made of, where this world holds that. */
  readonly of?: { readonly how: 'part' | 'sanitised'; readonly title: Text } | undefined;
  /** The first item that it goes back to: an item and what was made of it are one family, and counted once. */
  readonly family: string;
  /** How many items lie between it and the one it was first made of. */
  readonly depth: number;
  /** Of those who should have it and did not have the whole when they got it. */
  readonly waits: readonly Wait[];
  readonly says: readonly Saying[];
  /** Somebody lacked it when it was needed, never got it, was refused it, or should not have it. */
  readonly problem: boolean;
}

export function knownLines(world: World, roster: Roster): KnownLine[] {
  const lines = new Map<string, KnownLine>();
  for (const known of knowledge(world, roster)) lines.set(known.item, lineOf(known, lines, roster));
  return [...lines.values()];
}

/** Rows come after what they were made of. */
function lineOf(known: Known, before: ReadonlyMap<string, KnownLine>, roster: Roster): KnownLine {
  const above = known.from && before.get(known.from.item);
  const waits = waitsOf(known, above);
  const says = sayings(known, waits, roster);
  return {
    key: `item:${known.item}`,
    known,
    title: known.card.title,
    label: known.card.label,
    originator: known.card.originator,
    of: known.from && above && { how: known.from.how, title: above.title },
    family: above?.family ?? known.item,
    depth: above === undefined ? 0 : above.depth + 1,
    waits,
    says,
    problem:
      says.some((s) => s.late) || known.due.some((d) => !d.held) || known.parties.some((p) => p.marks.some((m) => m.kind === 'refused')),
  };
}

function waitsOf({ parties, begun }: Known, above: KnownLine | undefined): Wait[] {
  return parties.flatMap((k): Wait[] => {
    const had = k.held ?? k.part;
    const whole = above?.known.parties.find((p) => p.party === k.party)?.held;
    if (!had || k.overshared || (whole && whole.at <= had.at)) return [];
    // A side that is not told since when others had it counts from its own asking.
    const told = above !== undefined || parties.some((p) => p.party !== k.party && p.held && p.held.at <= begun);
    const asked = k.marks.find((m) => m.kind === 'requested' && !m.for && m.at < had.at);
    const from = told ? begun : Math.min(begun, asked?.at ?? begun);
    return [{ party: k.party, at: had.at, ms: Math.max(had.at - from, 0), part: k.held === undefined, asked: from < begun }];
  });
}

function sayings({ parties, due }: Known, waits: readonly Wait[], roster: Roster): Saying[] {
  const says: Saying[] = [];
  const over = those(parties, (k) => k.overshared);
  const needed = those(parties, (k) => k.needed && lacks(k));
  const wanted = those(parties, (k) => !k.needed && lacks(k));
  const holders = those(parties, (k) => k.held !== undefined);
  const lacked = new Set(due.filter((d) => !d.held).map((d) => roster.partyOf(d.by)));
  const first = waits.filter((w) => !w.part && w.ms === 0).map((w) => w.party);
  if (over.length > 0) says.push({ kind: 'overshared', parties: over, late: true });
  if (first.length > 1) says.push({ kind: first.length === parties.length ? 'all' : 'together', parties: first, late: false });
  for (const had of byDelay(waits.filter((w) => !w.part && w.ms > 0))) {
    for (const late of [false, true]) {
      const some = had.filter((w) => lacked.has(w.party) === late);
      if (some[0]) says.push({ kind: 'after', parties: some.map((w) => w.party), ms: some[0].ms, asked: some[0].asked, late });
    }
  }
  for (const { party, ms, part, asked } of waits) {
    if (part) says.push({ kind: 'part', parties: [party], ms, asked, late: lacked.has(party) });
  }
  if (needed.length > 0) says.push({ kind: 'needed', parties: needed, late: true });
  if (wanted.length > 0) says.push({ kind: 'wanted', parties: wanted, late: true });
  if (says.length === 0 && holders.length === 1) says.push({ kind: 'only', parties: holders, late: false });
  return says;
}

/** True if it lacks to this day what it needed or asked for. */
export function lacks({ withheld }: Knowing): boolean {
  return withheld.some(({ until }) => until === undefined);
}

/** When a party had only something made of an item: its holdings of that which the whole does not cover from their first moment to their last. */
export function partsAlone({ partHoldings, holdings }: Pick<Knowing, 'partHoldings' | 'holdings'>): Holding[] {
  return partHoldings.filter((part) => !holdings.some((whole) => covers(whole, part)));
}

function covers(whole: Holding, part: Holding): boolean {
  return whole.at <= part.at && (whole.ended?.at ?? Number.POSITIVE_INFINITY) >= (part.ended?.at ?? Number.POSITIVE_INFINITY);
}

function those(parties: readonly Knowing[], which: (k: Knowing) => boolean): string[] {
  return parties.filter(which).map((k) => k.party);
}

/** Parties that got it after the same time, together: “both after 4 min”. Minutes are as fine as words are. */
function byDelay(waits: readonly Wait[]): Wait[][] {
  const delays = new Map<string, Wait[]>();
  for (const wait of waits) {
    const minute = `${minutesOf(wait.ms)} ${wait.asked}`;
    delays.set(minute, [...(delays.get(minute) ?? []), wait]);
  }
  return [...delays.values()].sort(([a], [b]) => (a as Wait).ms - (b as Wait).ms);
}

/** How many items they are, with what was made of them. */
export function families(lines: readonly KnownLine[]): number {
  return new Set(lines.map((l) => l.family)).size;
}

export type KnownFilter = 'all' | 'bears' | 'problems';

/** The lines that a filter and a search leave; what was made of an item comes along with it only if it matches itself. */
export function filtered(
  lines: readonly KnownLine[],
  { filter, expected, query }: { readonly filter: KnownFilter; readonly expected?: string | undefined; readonly query: string },
  words: (line: KnownLine) => string,
): KnownLine[] {
  const wanted = query.trim().toLowerCase();
  return lines.filter(
    (line) =>
      (filter !== 'bears' || line.known.due.some((d) => expected === undefined || d.expected === expected)) &&
      (filter !== 'problems' || line.problem) &&
      (wanted === '' || words(line).toLowerCase().includes(wanted)),
  );
}

/** The events behind an item: what became of it, who asked for it, and the actions that rested on it. */
export function evidenceOfItem(world: World, id: string): string[] {
  const item = world.sharing.items.get(id);
  if (!item) return [];
  const requests = requestsFor(world.sharing, new Set([id]));
  const rested = [...world.expected.rows.values()].filter((row) =>
    row.plan?.needs?.some((need) => need.split('/')[0] === item.plan?.scenario),
  );
  return evidenceOf(item, ...requests, ...rested.map(({ opened, seen, missed, judged }) => ({ opened, seen, missed, judged })));
}

/** The events behind a request: asking, deciding, and what was given for it. */
export function evidenceOfRequest(world: World, id: string): string[] {
  return evidenceOf(world.sharing.requests.get(id));
}
