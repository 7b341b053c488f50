import { ranBetween } from '../clock/clock.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { type Chain, chains, type Repair, stillRepeats } from './chains.ts';
import { claimsOf } from './heard.ts';
import { counts, type Verdict, verdicts } from './verdicts.ts';

/** Figures of what was said in public. Times are scenario ms, jumps aside; null: it never came. */
export interface StatementFigures {
  readonly statements: number;
  readonly reports: number;
  /** Not coded: they are in no verdict. */
  readonly uncoded: readonly Id[];
  readonly verdicts: readonly Verdict[];
  /** Flags that count, by kind. */
  readonly flags: Readonly<Partial<Record<string, number>>>;
  readonly chains: readonly Chain[];
  /** From the first statement that parted two sides: to the first word of either, to the first on the matter itself, to the end of all that parted them. */
  readonly from: Id | null;
  readonly firstLineMs: Ms | null;
  readonly correctionMs: Ms | null;
  readonly alignmentMs: Ms | null;
  /** What parts sides at the end. */
  readonly open: readonly Verdict[];
  readonly stillRepeat: readonly Id[];
}

export function statementFigures(world: World, party?: string): StatementFigures {
  const all = verdicts(world, party);
  const { statements, reports } = world.statements;
  const open = [...statements.values()].filter((s) => s.card.attribution !== 'off-record');
  const said = [...open, ...reports.values()];
  const flags: Record<string, number> = {};
  for (const v of all) if (counts(v)) flags[v.flag] = (flags[v.flag] ?? 0) + 1;
  const made = chains(world, party, all);
  const between = made.filter((c) => c.of.parties.length > 1);
  const [first] = between;
  const spoken = (of: (r: Repair) => boolean): Ms | null => first?.repairs.find((r) => r.kind !== 'outlet' && of(r))?.after ?? null;
  const closed = between.map((c) => c.of.closed?.at);
  return {
    statements: open.length,
    reports: reports.size,
    uncoded: said.filter((s) => claimsOf(world, s, party) === undefined).map((s) => s.id),
    verdicts: all,
    flags,
    chains: made,
    from: first?.of.said ?? null,
    firstLineMs: spoken(() => true),
    correctionMs: spoken((r) => r.kind !== 'holding' && !r.silent),
    alignmentMs: first && closed.every((at) => at !== undefined) ? ranBetween(world, first.of.opened, Math.max(...(closed as Ms[]))) : null,
    open: between.map((c) => c.of).filter((v) => !v.closed),
    stillRepeat: stillRepeats(world, party, all),
  };
}
