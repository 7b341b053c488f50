import { ranBetween } from '../clock/clock.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { claimsOf, sidesOf } from './heard.ts';
import type { Report, Statement } from './language.ts';
import { type Weight, weighs } from './rules/weight.ts';
import { counts, endsOf, type Verdict, verdicts } from './verdicts.ts';

/** What was said to put something right, and how long after. */
export interface Repair {
  readonly said: Id;
  readonly at: Ms;
  /** Since what parted them was said, jumps aside. */
  readonly after: Ms;
  /** `outlet`: an outlet’s own correction. */
  readonly kind: 'holding' | 'clarification' | 'line' | 'joint' | 'outlet';
  readonly parties: readonly string[];
  /** It says nothing of what is contested. */
  readonly silent?: true | undefined;
  /** Against what that side itself had said, else against the other end: by rank and attribution. Of an outlet’s correction none. */
  readonly weighs?: Weight | undefined;
  /** With it they part no more. */
  readonly closes?: true | undefined;
}
/** From what parted two sides, or a side from its line, to its repair. */
export interface Chain {
  readonly of: Verdict;
  readonly repairs: readonly Repair[];
  /** Reports that still say what they made of it. */
  readonly repeated: readonly Id[];
}

const PARTS: ReadonlySet<string> = new Set(['contradictory', 'ambiguous', 'off-line']);
const MAKES: ReadonlySet<string> = new Set(['misquotation', 'inference']);

/** Reports that went beyond what they had read, or changed it, and that their outlet has not corrected. */
export function stillRepeats(world: Pick<World, 'statements'>, party?: string, all = verdicts(world, party)): Id[] {
  return [...new Set(all.filter((v) => MAKES.has(v.flag) && counts(v) && !v.closed).map((v) => v.said))];
}

/** One chain for each flag between sides that counts, in the order in which they opened. */
export function chains(world: World, party?: string, all = verdicts(world, party)): Chain[] {
  const { statements, reports } = world.statements;
  const parting = all.filter((v) => PARTS.has(v.flag) && counts(v));
  // What parts them anew repairs nothing.
  const worse = new Set(parting.map((v) => v.said));
  const repeated = stillRepeats(world, party, all);
  return parting.map((of) => {
    const after = (at: Ms): Ms => ranBetween(world, of.opened, at);
    const ends = [of.said, of.with];
    const repairs: Repair[] = [];
    for (const s of statements.values()) {
      const claims = claimsOf(world, s, party);
      if (s.at <= of.opened || s.card.attribution === 'off-record' || !claims || worse.has(s.id)) continue;
      const parties = sidesOf(s).filter((p) => of.parties.includes(p));
      if (parties.length === 0 || (of.closed && s.at > of.closed.at)) continue;
      const silent = claims.some((c) => of.topics.includes(c.topic)) ? undefined : true;
      // What is silent on it answers it only if it was asked.
      if (silent && !s.card.question) continue;
      const closes = of.closed?.by === s.id || undefined;
      const parted = ends.flatMap((id) => statements.get(id) ?? []);
      const own = parted.find((p) => sidesOf(p).some((side) => parties.includes(side))) ?? parted[0];
      const weight = own && weighs(s.card, own.card);
      repairs.push({ said: s.id, at: s.at, after: after(s.at), kind: kindOf(world, s), parties, silent, weighs: weight, closes });
    }
    for (const r of reports.values()) {
      const corrected = r.links.find((l) => l.how === 'corrects')?.to;
      const before = corrected === undefined ? undefined : reports.get(corrected);
      if (r.at > of.opened && before && rests(world, before, ends))
        repairs.push({ said: r.id, at: r.at, after: after(r.at), kind: 'outlet', parties: [] });
    }
    return {
      of,
      repairs: repairs.sort((a, b) => a.at - b.at),
      repeated: repeated.filter((id) => rests(world, reports.get(id), ends)),
    };
  });
}

function kindOf({ statements: { lines } }: World, statement: Statement): Repair['kind'] {
  const { card, links } = statement;
  if ((card.parties?.length ?? 0) > 1) return 'joint';
  const line = lines.get(links.find((l) => l.how === 'line')?.to ?? '')?.card;
  if (card.posture === 'holding' || line?.use === 'holding') return 'holding';
  return line && line.agreed.length > 1 ? 'line' : 'clarification';
}

/** True if a report rests on one of these statements. */
function rests(world: World, report: Report | undefined, ends: readonly Id[]): boolean {
  return report !== undefined && endsOf(world, report).some((s) => ends.includes(s.id));
}
