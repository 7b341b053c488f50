import type { Condition, Exercise, Ms, World } from '@entente/engine';
import { consulted } from '@entente/engine/consultation';
import { endOf, tasksOf } from '@entente/engine/execution';
import { type Columns, type Loads, NEVER, type Option, UNJUDGED } from './columns.ts';
import type { Drawn, Plan } from './plan.ts';

/** What of a run is counted, and where. */
export interface Tally {
  readonly columns: Columns;
  readonly values: Float64Array;
  /** Where the run’s row begins. */
  readonly from: number;
  readonly loads: Loads;
}

/** What a run came to. */
export interface Found {
  readonly drawn: Drawn;
  readonly held: ReadonlyMap<string, boolean>;
  readonly chanced: ReadonlyMap<string, readonly [number, number]>;
  readonly fault: boolean;
  readonly refused: number;
  readonly ask: (condition: Condition) => boolean;
  /** Bits of the bins in which nothing waited for any of these seats. */
  readonly quiet: (seats: readonly number[]) => readonly [number, number];
}

/** Writes what a run came to into its row. */
export function count(plan: Plan, { columns, values, from }: Tally, exercise: Exercise, found: Found): void {
  const { world } = exercise;
  const { scenario } = found.drawn.arm;
  const put = (at: number, value: number): void => {
    values[from + at] = value;
  };
  plan.uncertainties.forEach((u, i) => {
    put(columns.uncertainties.from + i, found.drawn.values.get(u.id) as number);
  });
  columns.measureList.forEach((m, i) => {
    put(columns.measures.from + i, found.held.get(m.id) ? 1 : 0);
  });
  const rows = named(world.injects.rows);
  scenario.injects.forEach((inject, i) => {
    const released = rows.get(inject.id)?.released?.at;
    put(columns.injects.from + i, released ?? Number.NaN);
    let bits = 0;
    if (released === undefined)
      columns.parts[i]?.forEach((part, b) => {
        if (b < 30 && !found.ask(part)) bits |= 1 << b;
      });
    put(columns.blocks.from + i, bits);
  });
  const expected = named(world.expected.rows);
  const { reading } = world.clock;
  const end = reading?.status === 'ended' ? reading.at : (plan.start?.end ?? scenario.duration);
  scenario.expects.forEach((e, i) => {
    const row = expected.get(e.id);
    put(columns.slack.from + i, row ? slackOf(row, end) : Number.NaN);
    put(columns.due.from + i, row?.opened && row.opened.from <= end ? row.opened.deadline : Number.NaN);
  });
  scenario.milestones.forEach((m, i) => {
    put(columns.milestones.from + i, world.milestones.milestones.get(m.id)?.reached?.at ?? Number.NaN);
  });
  columns.options.forEach((option, i) => {
    put(columns.plans.from + i, finishOf(world, option));
  });
  columns.chanceRules.forEach((key, i) => {
    const [asked, did] = found.chanced.get(key) ?? [0, 0];
    put(columns.asked.from + i, asked);
    put(columns.did.from + i, did);
  });
  let [due, late, never, at] = [0, 0, 0, Number.NaN];
  for (const decision of world.consultation.decisions.values()) {
    const state = consulted(world, decision);
    if (!state) continue;
    due++;
    if (state.state === 'before') continue;
    if (state.by === undefined) never++;
    else late++;
    if (Number.isNaN(at)) at = decision.at;
  }
  [due, late, never, world.consultation.decisions.size, at].forEach((n, i) => {
    put(columns.decisions.from + i, n);
  });
  columns.cells.forEach(({ seats }, i) => {
    const [early, late] = found.quiet(seats);
    put(columns.quiet.from + 2 * i, early);
    put(columns.quiet.from + 2 * i + 1, late);
  });
  put(columns.fault, found.fault ? 1 : 0);
  put(columns.events, exercise.position);
  put(columns.refused, found.refused);
  put(columns.play, found.drawn.play);
}

function named<R extends { readonly plan?: { readonly card: { readonly scenario?: string | undefined } } }>(
  rows: ReadonlyMap<string, R>,
): Map<string, R> {
  const by = new Map<string, R>();
  for (const row of rows.values()) if (row.plan?.card.scenario !== undefined) by.set(row.plan.card.scenario, row);
  return by;
}

type ExpectedRow = World['expected']['rows'] extends ReadonlyMap<string, infer R> ? R : never;
/** NaN: it was not asked for, or nobody can say: there was still time for it at the end. */
function slackOf({ opened, seen, judged, plan }: ExpectedRow, end: Ms): number {
  if (!opened || opened.from > end) return Number.NaN;
  const done = seen?.at ?? (judged && judged.verdict === 'met' ? judged.done : undefined);
  if (done !== undefined) return opened.deadline - done;
  if (!plan?.card.bySight) return UNJUDGED;
  return opened.deadline > end ? Number.NaN : NEVER;
}

/** How the plan by an option came out. */
function finishOf(world: World, option: Option): number {
  const plan = [...world.execution.plans.values()].findLast(({ of }) => {
    const drafted = world.planning.drafted.get(of);
    return drafted !== undefined && world.planning.options.get(drafted.option)?.named?.scenario === option.id;
  });
  if (!plan) return Number.NaN;
  const tasks = tasksOf(world, plan.id);
  const open = new Set(tasks.filter((t) => endOf(t) === undefined).map((t) => t.step));
  // Of those that are not done, the first that waits for no other of them.
  const stopped = tasks.find((t) => open.has(t.step) && !t.terms.after.some((a) => open.has(a.step)));
  if (!stopped) return Math.max(0, ...tasks.map((t) => endOf(t) as number));
  const step = option.steps.findIndex((s) => s.id === stopped.named?.scenario);
  return -1 - (step < 0 ? option.steps.length : step);
}

/** Which step kept a plan from being done; undefined for one that the plan has and its option does not. */
export const stoppedBy = ({ steps }: Option, finish: number): Option['steps'][number] | undefined => steps[-1 - finish];
