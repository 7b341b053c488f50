import type { Text } from '@entente/engine';
import type { Rows } from '../findings/table.ts';
import { type Both, both, minutes } from '../report/words.ts';
import { NEVER, UNJUDGED } from '../run/columns.ts';
import type { Plan } from '../run/plan.ts';
import type { Assumption } from './discovery.ts';
import type { Samples } from './samples.ts';
import { type Difference, pairedDifference, type Share, shareOf, together } from './shares.ts';

/** How one choice does in one set of circumstances. */
export interface Cell {
  readonly share: Share;
  /** Against the best choice there, on the same chances; absent for the best itself. */
  readonly behind: Difference | undefined;
  /** A run to open: one that fails, if any does. */
  readonly run: number;
}
export interface ChoiceRow {
  readonly title: Text;
  readonly cells: readonly Cell[];
  /** Points below the best choice, in the worst circumstances. */
  readonly regret: number;
  /** In how many circumstances the response holds in enough of the runs. */
  readonly satisfied: number;
  /** Whose deadlines are passed by most, and by how much a run on average. */
  readonly carries: { readonly party: string; readonly minutes: number; readonly of: number } | undefined;
}
export interface Choices {
  readonly circumstances: readonly Both[];
  readonly rows: readonly ChoiceRow[];
  readonly least: number;
  readonly enough: number;
  readonly samples: number;
}
export const ENOUGH = 0.8;

/** Choices (one row an arm) against circumstances (the two assumptions that move the response most, each halved). */
export function choicesOf(plan: Plan, rows: Rows, holds: Uint8Array, movers: readonly Assumption[]): Choices | undefined {
  if (plan.arms.length < 2) return undefined;
  const arms = plan.arms.length;
  const samples = Math.floor(rows.count / arms);
  const halves = movers.slice(0, 2).map((a) => ({ a, cut: cutOf(a) }));
  const inside = (sample: number, bits: readonly number[]): boolean =>
    // Circumstances are those of the sample, the same for every choice.
    halves.every(({ a, cut }, i) => ((a.column[sample * arms] as number) > cut ? 1 : 0) === bits[i]);
  // What cannot be at once, as two of three recorded courses cannot, are no circumstances.
  const names = combinations(halves.length).filter((bits) => Array.from({ length: samples }, (_, s) => s).some((s) => inside(s, bits)));
  const circumstances = names.map((bits) =>
    both((l) =>
      halves.length === 0
        ? l === 'en'
          ? 'all runs'
          : '전체 시행'
        : halves.map(({ a, cut }, i) => halfName(a, cut, bits[i] === 1, l)).join(', '),
    ),
  );
  const outcomes = plan.arms.map((_, arm) =>
    names.map((bits) => {
      const list: number[] = [];
      let run = arm + 1;
      let seen = false;
      for (let s = 0; s < samples; s++) {
        const row = s * arms + arm;
        if (!inside(s, bits)) continue;
        list.push(holds[row] as number);
        if (!seen && holds[row] === 0) {
          run = row + 1;
          seen = true;
        }
      }
      return { list, run };
    }),
  );
  const mean = (list: readonly number[]): number => (list.length === 0 ? 0 : list.reduce((a, b) => a + b, 0) / list.length);
  const best = names.map((_, c) => outcomes.map((o) => mean(o[c]!.list)).reduce((b, m, i, all) => (m > (all[b] as number) ? i : b), 0));
  // Which is best is told by these runs, too: any two may come to be compared.
  const z = together((arms * (arms - 1)) / 2);
  const table = plan.arms.map((arm, a): ChoiceRow => {
    const cells = names.map((_, c): Cell => {
      const { list, run } = outcomes[a]![c]!;
      const first = best[c] as number;
      return {
        share: shareOf(list.filter((x) => x === 1).length, list.length),
        behind: first === a ? undefined : pairedDifference(list, outcomes[first]![c]!.list, z),
        run,
      };
    });
    return {
      title: arm.title,
      cells,
      regret: Math.max(0, ...cells.map((cell) => -(cell.behind?.mean ?? 0))),
      satisfied: cells.filter((cell) => cell.share.share >= ENOUGH).length,
      carries: carrier(plan, rows, a),
    };
  });
  const regrets = table.map((r) => r.regret);
  return { circumstances, rows: table, least: regrets.indexOf(Math.min(...regrets)), enough: ENOUGH, samples };
}

function cutOf(a: Assumption): number {
  if (a.unit === 'yes-no') return 0.5;
  const sorted = a.column.toSorted();
  const half = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  // More than half of the runs have the highest value: the others are the lower half.
  if (half === sorted.at(-1)) return sorted.findLast((v) => v < half) ?? half;
  return half;
}

function halfName({ name, unit }: Assumption, cut: number, above: boolean, l: 'en' | 'ko'): string {
  if (unit === 'yes-no') return l === 'en' ? `${above ? '' : 'not '}${name.en}` : `${name.ko} ${above ? '해당' : '미해당'}`;
  const at = unit === 'minutes' ? minutes(cut)[l] : cut.toPrecision(3);
  return l === 'en' ? `${name.en} ${above ? 'over' : 'up to'} ${at}` : `${name.ko} ${at} ${above ? '초과' : '이하'}`;
}

function combinations(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, i) => Array.from({ length: n }, (_, b) => (i >> b) & 1));
}

/** Time by which each party passes its deadlines; what is never done counts to the end. */
function carrier(plan: Plan, rows: Rows, arm: number): ChoiceRow['carries'] {
  const { scenario } = plan.asked;
  const end = plan.start?.end ?? scenario.duration;
  const late = new Map<string, number>();
  let runs = 0;
  for (let r = arm; r < rows.count; r += plan.arms.length) {
    runs++;
    scenario.expects.forEach((e, i) => {
      const slack = rows.at(r, plan.columns.slack.from + i);
      if (Number.isNaN(slack) || slack === UNJUDGED || slack >= 0) return;
      const party = plan.roster.partyOf(e.by);
      if (party === undefined) return;
      const by = slack === NEVER ? end - rows.at(r, plan.columns.due.from + i) : -slack;
      late.set(party, (late.get(party) ?? 0) + by);
    });
  }
  const all = [...late].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first] = all;
  if (!first || runs === 0) return undefined;
  const sum = all.reduce((s, [, ms]) => s + ms, 0);
  return { party: first[0], minutes: Math.round(first[1] / runs / 60_000), of: Math.round(sum / runs / 60_000) };
}

export interface Mover {
  readonly assumption: Assumption;
  readonly difference: Difference;
}

/** The assumptions that move the share of failures most, most first: the upper half of each against the lower. */
export function moversOf(assumptions: readonly Assumption[], fails: Uint8Array, samples: Samples): Mover[] {
  // Of twenty that move nothing, one would seem to.
  const z = together(assumptions.length);
  const found = assumptions.map((assumption): Mover => {
    const cut = cutOf(assumption);
    const above = (row: number): boolean => (assumption.column[row] as number) > cut;
    return { assumption, difference: samples.difference(fails.length, (row) => fails[row] === 1, above, z) };
  });
  return found.sort((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean));
}
