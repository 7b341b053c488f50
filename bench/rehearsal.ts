import { join } from 'node:path';
import type { Scenario } from '@entente/engine';
import { type Inputs, Loads, type Plan, planOf, playRun, prim, type Runs, reportOf } from '@entente/rehearsal/parts';
import { loadFolder } from '@entente/scenario';
import { contest, cpu, type Finding, inWords, type Way } from './contest.ts';
import type { Houses } from './house.ts';
import { reducing } from './reducer.ts';
import { synthetic } from './synthetic.ts';

const RUNS = 10_000;
const SAMPLE = 40;

/** Scenarios played many times: a run against a reducer that does nothing else, a shipped one against it, and what is made of the runs. */
export async function rehearsal(rounds: number, { own }: Houses): Promise<Finding[]> {
  const play = synthetic(own);
  const events = play.events;
  repeat(400, play.run);
  const run = { name: 'entente', run: () => cpu(60, () => repeat(60, play.run)) };
  const bare = await contest({ name: 'reducer', run: () => cpu(600, () => repeat(600, () => reducing(events))) }, run, rounds);
  const shipped = await shippedRuns();
  const long = await contest(run, shipped.way, rounds);
  const report = await contest(shipped.thousand, { name: 'report', run: () => cpu(1, () => void reportOf(shipped.runs)) }, 7);
  const table = randomTable(RUNS, 20);
  const sorting = { name: 'sorting', run: () => cpu(1, () => void table.columns.map((c) => c.toSorted())) };
  const boxes = await contest(sorting, { name: 'prim', run: () => cpu(1, () => void prim(table)) }, rounds);
  const line = (what: string, anchor: string, { dearer, costs }: Awaited<ReturnType<typeof contest>>, atMost: number) => ({
    ...{ what, anchor, ratio: dearer, target: { atMost } },
    note: `${inWords(costs[0])} and ${inWords(costs[1])}`,
  });
  return [
    line(`a run of 120 injects, 8 cells, ${events.length} events`, 'an immutable reducer of the same events', bare, 9),
    line('a run of extended-deterrence, all seats simulated', 'such a run', long, 3.5),
    line('the report of 10,000 runs of it', '1,000 of the runs', report, 1),
    line('PRIM on 10,000 × 20', 'sorting the same by every column', boxes, 6),
  ];
}

function repeat(times: number, work: () => void): void {
  for (let i = 0; i < times; i++) work();
}

async function shippedRuns(): Promise<{ way: Way; thousand: Way; runs: Runs }> {
  const { scenario, plays, files } = await loadFolder(join(import.meta.dirname, '../scenarios/extended-deterrence'));
  const plan = planOf({ scenario: scenario as Scenario, plays, runs: RUNS, seed: 7, files });
  const sample = playSome(plan, SAMPLE);
  let next = 0;
  const some = (count: number) => () => cpu(count, () => repeat(count, () => void playRun(plan, (next++ % SAMPLE) + 1, undefined)));
  const way = { name: 'extended-deterrence', run: some(12) };
  // What a thousand cost is told by a few: they differ little.
  const thousand = { name: 'runs', run: () => 1_000 * some(12)() };
  return { way, thousand, runs: sample };
}

/** So many runs as were played, over and over: what is made of them costs the same. */
function playSome(plan: Plan, count: number): Runs {
  const { width } = plan.columns;
  const values = new Float64Array(RUNS * width);
  const loads = new Loads(plan.seats);
  for (let run = 1; run <= count; run++) playRun(plan, run, { columns: plan.columns, values, from: (run - 1) * width, loads });
  for (let row = count; row < RUNS; row++) values.copyWithin(row * width, (row % count) * width, ((row % count) + 1) * width);
  return { asked: plan.asked, plan, values, loads, faults: [], refused: [] };
}

/** A table of even numbers between 0 and 1, of which a corner is of interest. */
function randomTable(rows: number, width: number): Inputs {
  let state = 12_345;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const columns = Array.from({ length: width }, () => Float64Array.from({ length: rows }, next));
  const [a, b] = columns as [Float64Array, Float64Array];
  const interest = Uint8Array.from({ length: rows }, (_, i) => ((a[i] as number) > 0.6 && (b[i] as number) < 0.5 ? 1 : 0));
  return { rows, names: columns.map((_, i) => `x${i}`), columns, interest };
}
