import type { Case, Laws } from './case.ts';
import { duties } from './duties.ts';
import { misnamed } from './named.ts';
import { type Facts, type Line, Past } from './past.ts';
import type { Address } from './people.ts';
import { LAW } from './table.ts';
import type { Play, Turn } from './watch.ts';

/** One event that somebody has against the law, or lacks against it. */
export interface Breach {
  readonly n: number;
  readonly type: string;
  readonly says: string;
  /** Who has it against the law. */
  readonly beyond: readonly Address[];
  /** Who lacks it against the law. */
  readonly lacking: readonly Address[];
  /** What it carries against the law. */
  readonly carries?: string | undefined;
}

/** Every breach of a record, in order. */
export function breaches(play: Play, laws: Laws = LAW): Breach[] {
  const lines = play.record.map(
    (r): Line => ({ n: r.n, id: r.id, at: r.at, event: r.event as unknown as Facts, viewers: play.viewers(r) }),
  );
  const turns: readonly Turn[] = play.turns ?? turnsByWall(play.record);
  const past = new Past();
  const found: Breach[] = [];
  let turn = 0;
  for (const [i, line] of lines.entries()) {
    while ((turns[turn + 1]?.from ?? Number.POSITIVE_INFINITY) <= line.n) turn++;
    const { from, act }: Turn = turns[turn] ?? { from: 1 };
    const end = turns[turn + 1]?.from ?? lines.length + 1;
    const c: Case = { line, event: line.event, past, people: past.people, plan: play.plan, from, act, rest: lines.slice(i + 1, end - 1) };
    const breach = judged(c, laws);
    if (breach) found.push(breach);
    past.add(line);
    found.push(...unmet({ ...c, people: past.people }));
  }
  return found;
}

function judged(c: Case, laws: Laws): Breach | undefined {
  const { n, event, viewers } = c.line;
  const law = laws[event.type];
  if (!law) return { n, type: event.type, says: 'no law speaks of it', beyond: [...viewers], lacking: [] };
  const lawful = lawfulViewers(c, law.to(c));
  const beyond = [...viewers].filter((v) => !lawful.has(v));
  const lacking = [...lawful].filter((v) => !viewers.has(v));
  const carries = law.carries?.(c) ?? stranger(c) ?? misnamed(c);
  if (beyond.length === 0 && lacking.length === 0 && carries === undefined) return undefined;
  return { n, type: event.type, says: law.says, beyond, lacking, carries };
}

/** The directory is in the second event: of the first two only that they are public can be said. */
function lawfulViewers(c: Case, to: readonly Address[]): ReadonlySet<Address> {
  if (to.length === 0) return new Set();
  const early = c.event.type === 'ExerciseOpened' || c.event.type === 'DirectoryGiven';
  return early && c.line.viewers.has('public') ? c.line.viewers : c.people.closed(to);
}

/** What an event refers to, and one of its viewers was never given. */
function stranger(c: Case): string | undefined {
  const brought = new Set([c.line.id, ...c.past.broughtBy(c.event)]);
  let found: string | undefined;
  const look = (value: unknown): void => {
    if (found !== undefined) return;
    if (typeof value === 'string') {
      if (brought.has(value) || !c.past.knows(value)) return;
      const viewer = [...c.line.viewers].find((v) => !c.past.holds(v, value));
      if (viewer !== undefined) found = `it names something that ${viewer} was not given`;
    } else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) look(part);
  };
  look(c.event);
  return found;
}

function unmet(c: Case): Breach[] {
  return duties(c)
    .filter(({ type, about, to }) => {
      const must = to.length === 0 ? [] : [...c.people.closed(to)];
      return !c.rest.some((l) => l.event.type === type && about(l) && must.every((v) => l.viewers.has(v)));
    })
    .map(({ type, to, whom }) => ({
      n: c.line.n,
      type,
      says: `it is owed after ${c.event.type}`,
      beyond: [],
      lacking: whom ?? (to.length > 0 ? to : ['control']),
    }));
}

function turnsByWall(record: Play['record']): { from: number }[] {
  return record.filter((r, i) => r.wall !== record[i - 1]?.wall).map(({ n }) => ({ from: n }));
}
