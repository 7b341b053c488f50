import type { Loads } from '../run/columns.ts';
import type { RunFault } from '../run/fault.ts';
import type { Plan } from '../run/plan.ts';
import { playRun, type Refused } from '../run/run.ts';

/** What came of runs `from` to `to`, both included: rows in order, and what is added up. */
export interface RangeDone {
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
  readonly faults: readonly RunFault[];
  readonly refused: readonly Refusals[];
}
/** One kind of refusal: how often, and the first. */
export interface Refusals extends Omit<Refused, 'at'> {
  readonly at: number;
  readonly count: number;
}

/** A run broke in a way that is no course of an exercise: a fault of a rule, or of ours. */
export class RunBroke extends Error {
  override readonly name = 'RunBroke';
  readonly run: number;
  constructor(run: number, why: unknown) {
    super(why instanceof Error ? why.message : String(why));
    this.run = run;
  }
}

/** Plays a range of runs. `began` is told of each. @throws RunBroke */
export function playRange(plan: Plan, from: number, to: number, loads: Loads, began?: (run: number) => void): RangeDone {
  const { width } = plan.columns;
  const values = new Float64Array((to - from + 1) * width);
  const faults: RunFault[] = [];
  const refused = new Map<string, Refusals>();
  for (let run = from; run <= to; run++) {
    began?.(run);
    try {
      const ran = playRun(plan, run, { columns: plan.columns, values, from: (run - from) * width, loads });
      if (ran.fault) faults.push(ran.fault);
      for (const r of ran.refused) addRefusal(refused, { ...r, count: 1 });
    } catch (why) {
      throw new RunBroke(run, why);
    }
  }
  return { from, to, values, faults, refused: [...refused.values()] };
}

/** Adds to what is known; the earliest run stands for all. */
export function addRefusal(known: Map<string, Refusals>, r: Refusals): void {
  const key = `${r.seat} ${r.command} ${r.code} ${r.rule}`;
  const before = known.get(key);
  const first = before && before.run <= r.run ? before : r;
  known.set(key, { ...first, count: (before?.count ?? 0) + r.count });
}
