import type { Scenario } from '@entente/engine';
import { neverComes, type Unreachable } from '@entente/scenario';
import { Samples } from '../analysis/samples.ts';
import { ruleOfThree, type Share } from '../analysis/shares.ts';
import { type Both, Naming } from '../report/words.ts';
import { NEVER, UNJUDGED } from '../run/columns.ts';
import type { Runs } from '../workers/pool.ts';
import { handsOf } from './hands.ts';
import type { Rows } from './table.ts';

/** What every finding is looked for in. */
export interface Looked {
  readonly scenario: Scenario;
  readonly rows: Rows;
  readonly runs: Runs;
  readonly naming: Naming;
  readonly never: Unreachable;
  readonly samples: Samples;
}

export function look(runs: Runs, rows: Rows): Looked {
  const { plan } = runs;
  const { scenario, past } = plan.asked;
  const samples = new Samples(plan.arms.length);
  // People may have released, moved or judged whatever they liked in an exercise, and gone on after its time.
  const never = past ? NOTHING : neverComes(scenario, handsOf(plan));
  return { scenario, rows, runs, naming: new Naming(scenario), never, samples };
}
const NOTHING: Unreachable = { injects: new Set(), expects: new Set(), milestones: new Set(), starts: new Map(), steps: new Map() };

export const outOf = (count: number, of: number): Both => ({
  en: `${count.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  ko: `${of.toLocaleString('en')}회 중 ${count.toLocaleString('en')}회`,
});
/** So many runs must tell the same before it is the rule. */
export const FEWEST = 10;
/** True if so many runs tell of a thing what is the rule for it: what few of many came to, chance alone may have made. */
export const isRule = (of: number, { count }: Rows): boolean => of >= Math.min(FEWEST, count / 2);

export const PROVED: Both = { en: 'proved', ko: '증명됨' };
/** Fewer than so many, in so many runs: the rule of three. Runs of one sample may be alike, so samples are what counts. */
export const atMost = ({ rows, runs }: Pick<Looked, 'rows' | 'runs'>): Both => {
  const of = rows.count;
  const bound = Math.max(1, Math.round(ruleOfThree(Math.ceil(of / runs.plan.arms.length)) * of));
  return {
    en: `if it can be, then in fewer than ${bound} of ${of.toLocaleString('en')} runs, 95 % sure`,
    ko: `가능하더라도 ${of.toLocaleString('en')}회 중 ${bound}회 미만(신뢰수준 95%)`,
  };
};

/** How many of the runs that ask for an action and judge it miss it. */
export const missedShare = ({ rows, runs, samples }: Looked, i: number): Share => {
  const column = runs.plan.columns.slack.from + i;
  const isJudged = (r: number): boolean => !Number.isNaN(rows.at(r, column)) && rows.at(r, column) !== UNJUDGED;
  return samples.share(rows.count, (r) => rows.at(r, column) < 0, isJudged);
};

/** How long before its deadline an action was done, of those runs that asked for it. */
export function slacks(
  { rows, runs }: Pick<Looked, 'rows' | 'runs'>,
  i: number,
): { asked: number; done: number[]; never: number; unjudged: number; missed: number } {
  const done: number[] = [];
  let [asked, never, unjudged, missed] = [0, 0, 0, 0];
  for (let r = 0; r < rows.count; r++) {
    const slack = rows.at(r, runs.plan.columns.slack.from + i);
    if (Number.isNaN(slack)) continue;
    asked++;
    if (slack === UNJUDGED) unjudged++;
    else if (slack === NEVER) never++;
    else done.push(slack);
    if (slack !== UNJUDGED && slack < 0) missed++;
  }
  return { asked, done: done.sort((a, b) => a - b), never, unjudged, missed };
}
