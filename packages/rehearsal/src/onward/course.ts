import { type Address, emptyWorld, evolve, type Ms, type Recorded } from '@entente/engine';
import { Draws } from '../chance/draws.ts';
import { BINS, Loads } from '../run/columns.ts';
import { LoadCount } from '../run/load-count.ts';
import type { Plan } from '../run/plan.ts';
import { SimulatedSeats } from '../seats/driver.ts';
import { noRules } from '../seats/rules.ts';

/** What waited for each seat in an exercise as it was, as high as it stood in each bin; up to `until`. */
export function courseOf(plan: Plan, events: readonly Recorded[], until: Ms): ReadonlyMap<Address, readonly number[]> {
  const { roster, seats } = plan;
  const { duration } = plan.asked.scenario;
  const loads = new Loads(seats);
  const count = new LoadCount(seats, duration, loads, 1);
  const world = emptyWorld();
  const told = new SimulatedSeats(
    { roster, world, seen: () => world },
    new Map(seats.map((s) => [s, noRules])),
    new Draws(0, 0, new Map()),
    {
      loaded: (seat, waiting, at) => count.changed(seat, waiting, Math.min(at, duration)),
    },
  );
  let batch: Recorded[] = [];
  const tell = (): void => {
    told.noticed(batch, batch.at(-1)?.at ?? 0);
    batch = [];
  };
  for (const r of events) {
    if (batch.length > 0 && (batch[0] as Recorded).at !== r.at) tell();
    evolve(world, r.event, r);
    batch.push(r);
  }
  tell();
  count.end();
  const bins = Math.min(BINS, Math.ceil((until / duration) * BINS));
  return new Map(seats.map((seat, i) => [seat, Array.from({ length: bins }, (_, b) => loads.quantile(i, b, 0.5))]));
}
