import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import type { Claim } from './cards.ts';
import { claimsOf, glossaryAt, sidesOf } from './heard.ts';
import type { Line, Report, Statement } from './language.ts';
import { departures } from './rules/line.ts';
import { between, partings } from './rules/pair.ts';
import { madeOf } from './rules/report.ts';
import type { Glossary, PairWhy, Side } from './rules/rule.ts';
import type { FlagKind, Verdict as PairVerdict } from './words.ts';

/** How something said stands to something else: computed from claims and glossary, never stored. */
export interface Verdict {
  /** The same as long as the same things stand so. */
  readonly key: string;
  readonly said: Id;
  /** The statement, the line, or what a report had read. */
  readonly with: Id;
  readonly flag: FlagKind | PairVerdict;
  readonly topics: readonly string[];
  readonly reason: {
    readonly why: PairWhy | 'departs' | 'changes' | 'goes-beyond';
    /** The term by which they are mistaken, or by which both speak. */
    readonly term?: string | undefined;
  };
  /** The sides between which it stands; of a report none. */
  readonly parties: readonly string[];
  readonly opened: Ms;
  /** Of what is flagged: by what it was closed, and when. */
  readonly closed?: { readonly at: Ms; readonly by: Id } | undefined;
  /** Lead control’s word on it, if it has given one: the last. */
  readonly judged?: { readonly right: boolean; readonly at: Ms; readonly by: string } | undefined;
}
type Held = Pick<World, 'statements'>;
type Open = { -readonly [K in keyof Verdict]: Verdict[K] };

const FLAGGED: ReadonlySet<string> = new Set(['contradictory', 'ambiguous', 'off-line', 'misquotation', 'inference']);
/** True for what is flagged, and not dismissed. */
export function counts({ flag, judged }: Verdict): boolean {
  return FLAGGED.has(flag) && judged?.right !== false;
}

/**
 * How everything stands that was said in public and is coded, in the order in which it came to stand so. `party`: through
 * whose eyes (`claimsOf`). What parts two sides is told once, where it opened, until it closes.
 */
export function verdicts(world: Held, party?: string): Verdict[] {
  const course = new Course(world, party);
  const { statements, reports } = world.statements;
  const said = [...[...statements.values()].filter((s) => s.card.attribution !== 'off-record'), ...reports.values()];
  for (const one of said.sort((a, b) => a.at - b.at)) {
    const claims = claimsOf(world, one, party);
    if ('medium' in one.card) course.report(one as Report, claims);
    else if (claims) course.statement(one as Statement, claims);
  }
  return course.found;
}

/** What a side stands by: of each topic what it said of it last. */
type Standing = Map<string, { readonly claim: Claim; readonly statement: Statement }>;

const keyOf = (flag: string, said: Id, other: Id): string => `${flag} ${said} ${other}`;

class Course {
  readonly found: Open[] = [];
  readonly #world: Held;
  readonly #party: string | undefined;
  readonly #standing = new Map<string, Standing>();
  /** The last that each side said, also where it says nothing of any topic. */
  readonly #last = new Map<string, Statement>();
  /** By key of a report’s flag: the topics of which its outlet has told nothing else since. */
  readonly #left = new Map<string, readonly string[]>();

  constructor(world: Held, party: string | undefined) {
    this.#world = world;
    this.#party = party;
  }

  statement(statement: Statement, claims: readonly Claim[]): void {
    const sides = sidesOf(statement);
    const before = new Map(this.#standing);
    for (const side of sides) {
      const standing: Standing = new Map(before.get(side));
      for (const claim of claims) standing.set(claim.topic, { claim, statement });
      this.#standing.set(side, standing);
    }
    for (const side of sides) {
      for (const [other, standing] of before) if (!sides.includes(other)) this.#pairs({ party: side, claims }, statement, other, standing);
      this.#againstLines(statement, claims, side);
      this.#last.set(side, statement);
    }
    this.#close(statement);
  }

  /** Against every statement by which the other side stands. */
  #pairs(mine: Side, statement: Statement, other: string, standing: Standing): void {
    const glossary = glossaryAt(this.#world, statement.at);
    const theirs = new Set([...standing.values()].map((s) => s.statement));
    const last = this.#last.get(other);
    if (last) theirs.add(last);
    for (const their of theirs) {
      const side = { party: other, claims: claimsOf(this.#world, their, this.#party) ?? [] };
      const found = between(mine, side, glossary);
      if (!found) continue;
      const { verdict, why, topics, term } = found;
      if (FLAGGED.has(verdict)) {
        // What the other has put right since opens no more, and what is open opens once.
        if (!stillParts(verdict, topics, mine, this.#since(other, their), glossary)) continue;
        if (this.#isOpen(verdict, topics, mine.party, other)) continue;
      }
      this.#tell(statement, their.id, verdict, topics, { why, term }, [mine.party, other].sort());
    }
  }

  #tell(
    said: Statement | Report,
    other: Id,
    flag: Verdict['flag'],
    topics: readonly string[],
    reason: Verdict['reason'],
    parties: readonly string[],
  ): void {
    const key = keyOf(flag, said.id, other);
    const judged = [...this.#world.statements.judged.values()].findLast((j) => j.said === said.id && j.with === other && j.flag === flag);
    this.found.push({
      key,
      said: said.id,
      with: other,
      flag,
      topics,
      reason,
      parties,
      opened: said.at,
      judged: judged && { right: judged.right, at: judged.at, by: judged.by },
    });
  }

  /** True if they part so already, or something graver does on one of these topics. */
  #isOpen(flag: Verdict['flag'], topics: readonly string[], a: string, b: string): boolean {
    return this.found.some((v) => {
      if (v.closed || v.parties.length < 2 || !v.parties.includes(a) || !v.parties.includes(b)) return false;
      return v.flag === flag
        ? topics.every((t) => v.topics.includes(t))
        : v.flag === 'contradictory' && topics.some((t) => v.topics.includes(t));
    });
  }

  /** What a side stands by, of what it has said from that statement on. */
  #since(party: string, { at }: Pick<Statement, 'at'>): Side {
    const standing = [...(this.#standing.get(party)?.values() ?? [])];
    return { party, claims: standing.filter((s) => s.statement.at >= at).map((s) => s.claim) };
  }

  /** Closes what this statement has put right. */
  #close(by: Statement): void {
    const { statements, lines } = this.#world.statements;
    for (const open of this.found) {
      if (open.closed || open.said === by.id || !FLAGGED.has(open.flag) || !sidesOf(by).some((p) => open.parties.includes(p))) continue;
      const said = statements.get(open.said);
      const other = statements.get(open.with);
      const [mine, theirs] = [said, other].map((s) => s && open.parties.find((p) => sidesOf(s).includes(p)));
      const line = lines.get(open.with);
      if (!said || mine === undefined) continue;
      const now = this.#since(mine, said);
      const parts =
        other && theirs !== undefined
          ? stillParts(open.flag, open.topics, now, this.#since(theirs, other), glossaryAt(this.#world, said.at))
          : line && departures(now.claims, line.card).some((t) => open.topics.includes(t));
      if (!parts) open.closed = { at: by.at, by: by.id };
    }
  }

  /** Against the lines that its side has agreed with others, of each topic the last that stands. */
  #againstLines(statement: Statement, claims: readonly Claim[], side: string): void {
    const departed = new Map<Id, string[]>();
    for (const claim of claims) {
      const line = lineOn(this.#world, claim.topic, side, statement.at);
      if (line && departures([claim], line.card).length > 0) departed.set(line.id, [...(departed.get(line.id) ?? []), claim.topic]);
    }
    for (const [line, topics] of departed) {
      const open = this.found.some((v) => v.flag === 'off-line' && !v.closed && v.with === line && v.parties.includes(side));
      if (!open) this.#tell(statement, line, 'off-line', topics.sort(), { why: 'departs' }, [side]);
    }
  }

  /** Against the statements on which it rests, if they are coded. */
  report(report: Report, claims: readonly Claim[] | undefined): void {
    for (const { how, to } of report.links)
      if (how === 'corrects') for (const open of this.found) if (open.said === to) close(open, report);
    const read = endsOf(this.#world, report);
    const heard = read.map((r) => claimsOf(this.#world, r, this.#party));
    const [first] = read;
    const judged = first !== undefined && heard.every((h) => h !== undefined);
    const made = claims && judged ? madeOf(claims, heard as (readonly Claim[])[]) : [];
    for (const { flag, why, topics } of made) {
      const spoke = read.find((_, i) => heard[i]?.some((c) => topics.includes(c.topic)));
      this.#tell(report, (spoke ?? (first as Statement)).id, flag, topics, { why }, []);
    }
    const wrong = made.flatMap((m) => m.topics);
    this.#tellsOtherwise(report, claims?.filter((c) => !wrong.includes(c.topic)) ?? [], judged);
  }

  /** Rule A9: an outlet repeats no more what it has since told otherwise, or as it was said, of all topics that it had got wrong. */
  #tellsOtherwise(report: Report, right: readonly Claim[], judged: boolean): void {
    const { reports } = this.#world.statements;
    for (const open of this.found) {
      const before = reports.get(open.said);
      if (open.closed || !before || before.id === report.id || before.card.outlet !== report.card.outlet) continue;
      const was = claimsOf(this.#world, before, this.#party) ?? [];
      const told = right.filter((c) => judged || !was.some((w) => w.topic === c.topic && w.stance === c.stance)).map((c) => c.topic);
      const left = (this.#left.get(open.key) ?? open.topics).filter((t) => !told.includes(t));
      this.#left.set(open.key, left);
      if (left.length === 0) close(open, report);
    }
  }
}

function close(open: Open, { at, id }: Report): void {
  open.closed ??= { at, by: id };
}

/** The statements on which a report rests, itself or through the reports that it has read, as far as this world has them. */
export function endsOf({ statements: { statements, reports } }: Held, report: Report): Statement[] {
  const ends = new Map<Id, Statement>();
  const looked = new Set<Id>([report.id]);
  const open = [report];
  for (let next = open.pop(); next; next = open.pop())
    for (const { how, to } of next.links) {
      if (how !== 'reads' || looked.has(to)) continue;
      looked.add(to);
      const [statement, read] = [statements.get(to), reports.get(to)];
      if (statement) ends.set(to, statement);
      if (read) open.push(read);
    }
  return [...ends.values()].sort((a, b) => a.at - b.at);
}

/** True if two sides still part so on one of these topics. */
function stillParts(flag: string, topics: readonly string[], a: Side, b: Side, glossary: Glossary): boolean {
  return partings(a, b, glossary).some((p) => p.verdict === flag && p.topics.some((t) => topics.includes(t)));
}

/** The line that a side has agreed with others on a topic and that stands then: the last. */
export function lineOn({ statements: { lines } }: Held, topic: string, party: string, at: Ms): Line | undefined {
  return [...lines.values()]
    .filter(({ card }) => card.use === 'line' && card.agreed.length > 1 && card.agreed.includes(party))
    .filter((l) => l.at <= at && (l.card.until === undefined || at <= l.card.until) && l.card.claims.some((c) => c.topic === topic))
    .sort((a, b) => a.at - b.at)
    .at(-1);
}
