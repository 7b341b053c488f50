import { Draws } from '../chance/draws.ts';
import { type Asked, drawnIn, planOf } from '../run/plan.ts';
import type { Times } from './reactions.ts';
import type { RuleBook } from './rule.ts';

/** How those behave who sit in a live exercise, and their chances: as in the first run. `times`: those of the recordings (`timesAside`). */
export function crewOf(asked: Omit<Asked, 'runs'>, times: ReadonlyMap<string, Times>): { readonly book: RuleBook; readonly draws: Draws } {
  const plan = planOf({ ...asked, runs: 1 }, { times: (_, { play }) => times.get(play) as Times });
  const { book, values } = drawnIn(plan, 1);
  const inMs = new Map(plan.uncertainties.map((u) => [u.id, (values.get(u.id) ?? 0) * (u.minutes === undefined ? 1 : 60_000)]));
  return { book, draws: new Draws(asked.seed, 0, inMs) };
}
