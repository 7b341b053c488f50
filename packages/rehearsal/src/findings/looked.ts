import type { Scenario } from '@entente/engine';
import type { Unreachable } from '@entente/scenario';
import { ruleOfThree } from '../analysis/shares.ts';
import type { Both, Naming } from '../report/words.ts';
import { NEVER, UNJUDGED } from '../run/columns.ts';
import type { Runs } from '../workers/pool.ts';
import type { Rows } from './table.ts';

/** What every finding is looked for in. */
export interface Looked {
  readonly scenario: Scenario;
  readonly rows: Rows;
  readonly runs: Runs;
  readonly naming: Naming;
  readonly never: Unreachable;
}

export const outOf = (count: number, of: number): Both => ({
  en: `${count.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  ko: `${of.toLocaleString('en')}회 중 ${count.toLocaleString('en')}회`,
});
export const PROVED: Both = { en: 'proved', ko: '증명됨' };
/** Fewer than so many, in so many runs: the rule of three. */
export const atMost = (of: number): Both => {
  const bound = Math.max(1, Math.round(ruleOfThree(of) * of));
  return {
    en: `if it can be, then in fewer than ${bound} of ${of.toLocaleString('en')} runs, 95 % sure`,
    ko: `가능하더라도 ${of.toLocaleString('en')}회 중 ${bound}회 미만(신뢰수준 95 %)`,
  };
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
