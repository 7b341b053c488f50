import { type Known, knowledge, type Ms, type Roster, requestsFor, type Text, type World } from '@entente/engine';
import { evidenceOf } from './evidence.ts';

/** One thing said of a row in words: who had it how late, who never, who should not have. */
export interface Saying {
  /** `all`, `together`: had it from its first moment · `after`, `part`: later, whole or in part · `never`: needed it or asked for it, in vain · `overshared`: should not have it. */
  readonly kind: 'all' | 'only' | 'together' | 'after' | 'part' | 'never' | 'overshared';
  readonly parties: readonly string[];
  /** From the first moment that somebody held it. */
  readonly ms?: Ms | undefined;
  readonly late: boolean;
}

/** A row of *Who knew what when?*: an item, who had it when, and what is wrong with that. */
export interface KnownLine {
  readonly key: string;
  readonly known: Known;
  readonly title: Text;
  readonly label: string;
  readonly originator: string;
  /** How many items lie between it and the one it was first made of. */
  readonly depth: number;
  readonly says: readonly Saying[];
  /** Somebody lacked it when it was needed, never got it, was refused it, or should not have it. */
  readonly problem: boolean;
}

export function knownLines(world: World, roster: Roster): KnownLine[] {
  const rows = knowledge(world, roster);
  const depths = new Map<string, number>();
  return rows.map((known) => {
    const above = known.from && depths.get(known.from.item);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(known.item, depth);
    const says = sayings(known, roster);
    return {
      key: `item:${known.item}`,
      known,
      title: known.card.title,
      label: known.card.label,
      originator: known.card.originator,
      depth,
      says,
      problem: says.some((s) => s.late) || known.parties.some((p) => p.marks.some((m) => m.kind === 'refused')),
    };
  });
}

function sayings({ parties, since, due }: Known, roster: Roster): Saying[] {
  const says: Saying[] = [];
  const first = parties.filter((p) => p.held && p.held.at <= since).map((p) => p.party);
  const later = parties.filter((p) => p.held && p.held.at > since);
  const never = parties.filter((p) => p.withheld && p.withheld.until === undefined).map((p) => p.party);
  const parts = parties.filter((p) => p.part && !p.held);
  const lacked = new Set(due.filter((d) => !d.held).map((d) => roster.partyOf(d.by)));
  if (first.length > 1) says.push({ kind: first.length === parties.length ? 'all' : 'together', parties: first, late: false });
  for (const [ms, had] of byDelay(later, since)) {
    for (const late of [false, true]) {
      const those = had.filter((party) => lacked.has(party) === late);
      if (those.length > 0) says.push({ kind: 'after', parties: those, ms, late });
    }
  }
  for (const { party, part } of parts)
    says.push({ kind: 'part', parties: [party], ms: (part?.at ?? since) - since, late: lacked.has(party) });
  if (never.length > 0) says.push({ kind: 'never', parties: never, late: true });
  if (says.length === 0 && first.length === 1) says.push({ kind: 'only', parties: first, late: false });
  const over = parties.filter((p) => p.overshared).map((p) => p.party);
  if (over.length > 0) says.push({ kind: 'overshared', parties: over, late: true });
  return says;
}

/** Parties that got it after the same time, together: “both after 4 min”. Minutes are as fine as words are. */
function byDelay(later: Known['parties'], since: Ms): [Ms, string[]][] {
  const delays = new Map<number, [Ms, string[]]>();
  for (const { party, held } of later) {
    const ms = (held?.at ?? since) - since;
    const minute = Math.floor(ms / 60_000);
    const group = delays.get(minute) ?? [ms, []];
    group[1].push(party);
    delays.set(minute, group);
  }
  return [...delays.values()].sort((a, b) => a[0] - b[0]);
}

export type KnownFilter = 'all' | 'bears' | 'problems';

/** The lines that a filter and a search leave; what was made of an item comes along with it only if it matches itself. */
export function filtered(
  lines: readonly KnownLine[],
  { filter, expected, query }: { readonly filter: KnownFilter; readonly expected?: string | undefined; readonly query: string },
  words: (line: KnownLine) => string,
): KnownLine[] {
  const wanted = query.trim().toLocaleLowerCase();
  return lines.filter(
    (line) =>
      (filter !== 'bears' || line.known.due.some((d) => expected === undefined || d.expected === expected)) &&
      (filter !== 'problems' || line.problem) &&
      (wanted === '' || words(line).toLocaleLowerCase().includes(wanted)),
  );
}

/** The events behind an item: what became of it, who asked for it, and the actions that rested on it. */
export function evidenceOfItem(world: World, id: string): string[] {
  const item = world.sharing.items.get(id);
  if (!item) return [];
  const requests = requestsFor(world.sharing, new Set([id]));
  const deliveries = [...item.copies.values()].flatMap(({ delivery }) => world.injects.deliveries.get(delivery ?? '')?.acknowledged ?? []);
  const rested = [...world.expected.rows.values()].filter((row) =>
    row.plan?.needs?.some((need) => need.split('/')[0] === item.plan?.scenario),
  );
  return evidenceOf(
    item,
    ...requests,
    ...deliveries,
    ...rested.map(({ opened, seen, missed, judged }) => ({ opened, seen, missed, judged })),
  );
}

/** The events behind a request: asking, deciding, and what was given for it. */
export function evidenceOfRequest(world: World, id: string): string[] {
  return evidenceOf(world.sharing.requests.get(id));
}
