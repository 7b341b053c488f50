import { Generator } from '../chance/generator.ts';
import type { Rows } from '../findings/table.ts';
import { type Both, both, bothOf } from '../report/words.ts';
import { leversOf, type Plan } from '../run/plan.ts';
import { type Box, front, type Inputs, prim, quasiP } from './prim.ts';
import { Samples } from './samples.ts';
import type { Share } from './shares.ts';

/** What was uncertain in the runs, as inputs of an analysis. */
export interface Assumption {
  readonly id: string;
  readonly name: Both;
  readonly unit: 'minutes' | 'number' | 'yes-no';
  readonly column: Float64Array;
  /** It is chosen, or fixed by what is chosen: no circumstance. */
  readonly chosen?: true | undefined;
}

/** Uncertainties, choices by chance, levers, and the play that was drawn: whatever differs between runs and does not follow from them. */
export function assumptionsOf(plan: Plan, rows: Rows): Assumption[] {
  const { columns } = plan;
  const fixed = new Set(plan.arms.flatMap((arm) => [...arm.fixed.keys()]));
  const found: Assumption[] = plan.uncertainties.map((u, i) => ({
    id: u.id,
    name: bothOf(u.name ?? u.id),
    unit: u.minutes !== undefined ? 'minutes' : u.chance !== undefined ? 'yes-no' : 'number',
    column: rows.of(columns.uncertainties, i),
    ...(fixed.has(u.id) ? { chosen: true } : {}),
  }));
  leversOf(plan.asked).forEach((lever, l) => {
    lever.options.slice(1).forEach((option, o) => {
      found.push({
        id: `${lever.id} ${option.id}`,
        name: bothOf(option.name ?? option.id),
        unit: 'yes-no',
        column: Float64Array.from({ length: rows.count }, (_, r) => (plan.arms[r % plan.arms.length]?.options[l] === o + 1 ? 1 : 0)),
        chosen: true,
      });
    });
  });
  if (plan.drawn.length > 1)
    plan.drawn.slice(1).forEach((play, p) => {
      const title = plan.asked.plays.find((x) => x.play === play)?.title ?? play;
      const column = rows.column(columns.play);
      found.push({
        id: `play ${play}`,
        name: both((l) => (l === 'en' ? `played as “${bothOf(title).en}”` : `‘${bothOf(title).ko}’대로 진행`)),
        unit: 'yes-no',
        column: column.map((v) => (v === p + 1 ? 1 : 0)),
      });
    });
  // An input that never differs can bound nothing.
  return found.filter((a) => a.column.some((v) => v !== a.column[0]));
}

export interface DiscoveredBox extends Box {
  readonly quasiP: readonly number[];
  /** Of the resamples, how many had a limit on the same input at the same end. */
  readonly again: readonly number[];
  /** Of the failures, those in it; of the runs in it, those that fail. */
  readonly covers: Share;
  readonly fails: Share;
  /** The earliest failing run that lies in it. */
  readonly run: number;
}
export interface Discovery {
  readonly assumptions: readonly Pick<Assumption, 'id' | 'name' | 'unit'>[];
  readonly failures: number;
  readonly course: readonly DiscoveredBox[];
  /** Which box is shown until a person chooses another. */
  readonly chosen: number;
  readonly resamples: number;
}
const RESAMPLES = 10;

/** Where the response fails: the course of boxes, how far each limit could be chance, and whether it comes back. */
export function discover(plan: Plan, rows: Rows, fails: Uint8Array): Discovery | undefined {
  const assumptions = assumptionsOf(plan, rows);
  const failures = fails.reduce((sum, f) => sum + f, 0);
  if (assumptions.length === 0 || failures < 20 || failures > rows.count - 20) return undefined;
  const inputs: Inputs = {
    rows: rows.count,
    names: assumptions.map((a) => a.id),
    columns: assumptions.map((a) => a.column),
    interest: fails,
  };
  const arms = plan.arms.length;
  const samples = new Samples(arms);
  const course = front(prim(inputs));
  const fronts = Array.from({ length: RESAMPLES }, (_, k) =>
    front(prim(resampled(inputs, Generator.of(plan.asked.seed, 'resample', k), arms))),
  );
  return {
    assumptions: assumptions.map(({ id, name, unit }) => ({ id, name, unit })),
    failures,
    course: course.map((box) => {
      const lies = (row: number): boolean => isIn(box, inputs, row);
      const failed = (row: number): boolean => fails[row] === 1;
      const { effective } = samples.told(rows.count, failed, lies);
      return {
        ...box,
        quasiP: box.limits.map((_, i) => quasiP(inputs, box, i, effective)),
        again: comesBack(box, fronts),
        covers: samples.share(rows.count, lies, failed),
        fails: samples.share(rows.count, failed, lies),
        run: inputs.interest.findIndex((is, row) => is === 1 && lies(row)) + 1,
      };
    }),
    chosen: choose(course),
    resamples: RESAMPLES,
  };
}

/** For each limit of a box: in how many resamples the box that covers nearest as much is limited on the same input at the same ends. */
export function comesBack(box: Box, fronts: readonly (readonly Box[])[]): number[] {
  const alike = fronts.map((boxes) =>
    boxes.reduce((best, b) => (Math.abs(b.coverage - box.coverage) < Math.abs(best.coverage - box.coverage) ? b : best)),
  );
  return box.limits.map(({ input, low, high }) => {
    const limited = ({ limits }: Box): boolean =>
      limits.some((l) => l.input === input && (low === undefined || l.low !== undefined) && (high === undefined || l.high !== undefined));
    return alike.filter(limited).length;
  });
}

const isIn = ({ limits }: Box, { columns }: Inputs, row: number): boolean =>
  limits.every(({ input, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }) => {
    const value = columns[input]?.[row] as number;
    return value >= low && value <= high;
  });

/** The point nearest to all failures in a box of nothing else. */
function choose(course: readonly Box[]): number {
  let best = 0;
  course.forEach((box, i) => {
    const far = (b: Box): number => Math.hypot(1 - b.coverage, 1 - b.density);
    if (far(box) < far(course[best] as Box)) best = i;
  });
  return best;
}

/** As many samples, drawn anew: runs of one sample are alike, and come or stay together. */
function resampled({ rows, names, columns, interest }: Inputs, random: Generator, arms: number): Inputs {
  const samples = Math.ceil(rows / arms);
  const picked = Array.from({ length: samples }, () => random.below(samples)).flatMap((sample) =>
    Array.from({ length: Math.min(arms, rows - sample * arms) }, (_, arm) => sample * arms + arm),
  );
  return {
    rows: picked.length,
    names,
    columns: columns.map((column) => Float64Array.from(picked, (r) => column[r] as number)),
    interest: Uint8Array.from(picked, (r) => interest[r] as number),
  };
}
