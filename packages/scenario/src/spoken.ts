import type { Id, Ms, World } from '@entente/engine';
import { type Repair, statementFigures, type Verdict } from '@entente/engine/statements';

/** Something said in public, or a line, as a person would find it again. */
export interface SaidName {
  readonly id: Id;
  /** Its id in the scenario, if the scenario planned it. */
  readonly name?: string;
  /** Who said it: `seat:…`, `entity:…`, or the side alone. */
  readonly by?: string;
  readonly at: Ms;
}
/** What was said in public, what stood against what, and how long it took to put it right. Times are scenario ms, jumps aside. */
export interface SpokenFigures {
  readonly statements: number;
  readonly reports: number;
  readonly uncoded: readonly SaidName[];
  readonly verdicts: readonly (Pick<Verdict, 'topics'> & {
    readonly verdict: Verdict['flag'];
    readonly said: SaidName;
    readonly with: SaidName;
    readonly why: Verdict['reason']['why'];
    readonly term?: string;
    readonly closed?: SaidName;
    /** Lead control’s word, if it has given one. */
    readonly judged?: 'confirmed' | 'dismissed';
  })[];
  /** By what parted the sides: each repair in order. */
  readonly repairs: readonly (Omit<Repair, 'said' | 'after'> & { readonly of: SaidName; readonly said: SaidName; readonly ms: Ms })[];
  /** What parted the sides first; the times count from it. */
  readonly from: SaidName | null;
  readonly firstLineMs: Ms | null;
  readonly correctionMs: Ms | null;
  readonly alignmentMs: Ms | null;
  /** Contradictions and ambiguities that stand at the end. */
  readonly open: number;
  readonly stillRepeat: readonly SaidName[];
}

/** From lead control’s world. */
export function spokenFigures(world: World): SpokenFigures {
  const figures = statementFigures(world);
  const name = namer(world);
  const { statements, reports, firstLineMs, correctionMs, alignmentMs } = figures;
  return {
    statements,
    reports,
    uncoded: figures.uncoded.map(name),
    verdicts: figures.verdicts.map(({ said, with: other, flag, topics, reason, closed, judged }) => ({
      verdict: flag,
      said: name(said),
      with: name(other),
      topics,
      why: reason.why,
      ...(reason.term === undefined ? {} : { term: reason.term }),
      ...(closed ? { closed: name(closed.by) } : {}),
      ...(judged ? { judged: judged.right ? ('confirmed' as const) : ('dismissed' as const) } : {}),
    })),
    repairs: figures.chains.flatMap(({ of, repairs }) =>
      repairs.map(({ said, after, ...rest }) => ({ of: name(of.said), said: name(said), ms: after, ...rest })),
    ),
    from: figures.from === null ? null : name(figures.from),
    firstLineMs,
    correctionMs,
    alignmentMs,
    open: figures.open.length,
    stillRepeat: figures.stillRepeat.map(name),
  };
}

function namer({ statements: own }: World): (id: Id) => SaidName {
  const planned = new Map([...own.plans].flatMap(([plan, { brought }]) => (brought ? [[brought.said, plan] as const] : [])));
  return (id) => {
    const [statement, report, line] = [own.statements.get(id), own.reports.get(id), own.lines.get(id)];
    const named = planned.get(id) ?? line?.named?.scenario;
    const by = statement ? (statement.card.by ?? statement.named?.by ?? `party:${statement.card.party}`) : report?.card.outlet;
    return {
      id,
      ...(named === undefined ? {} : { name: named }),
      ...(by === undefined ? {} : { by }),
      at: (statement ?? report ?? line)?.at ?? 0,
    };
  };
}
