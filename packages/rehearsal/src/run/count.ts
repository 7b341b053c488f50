import type { Condition, Exercise, World } from '@entente/engine';
import { consulted } from '@entente/engine/consultation';
import { type Columns, type Loads, NEVER, UNJUDGED } from './columns.ts';
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
  scenario.expects.forEach((e, i) => {
    const row = expected.get(e.id);
    put(columns.slack.from + i, row ? slackOf(row) : Number.NaN);
  });
  scenario.milestones.forEach((m, i) => {
    put(columns.milestones.from + i, world.milestones.milestones.get(m.id)?.reached?.at ?? Number.NaN);
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
function slackOf({ opened, seen, judged, plan }: ExpectedRow): number {
  if (!opened) return Number.NaN;
  const done = seen?.at ?? (judged && judged.verdict === 'met' ? judged.done : undefined);
  if (done !== undefined) return opened.deadline - done;
  return plan?.card.bySight ? NEVER : UNJUDGED;
}
