import { timeAfter } from './after.ts';
import { expectedCard } from './expected/status.ts';
import type { Id, Ms } from './fact.ts';
import type { After } from './fields.ts';
import type { InjectRow } from './injects/language.ts';
import { rowCard, rowTime } from './injects/status.ts';
import type { World } from './world.ts';

/**
 * When each row of the MSEL can be expected by what is on the record, as lead control or `party`’s controllers hold it: its
 * own time, or the time of what it comes after and the delay. By a row’s id, or its scenario’s id; undefined where nobody
 * can say. Follows chains; a circle ends it.
 */
export function estimates(world: World, party?: string): (id: string) => Ms | undefined {
  const ids = scenarioIds(world);
  const found = new Map<string, Ms | undefined>();
  const estimate = (anyId: string): Ms | undefined => {
    const id = ids.get(anyId) ?? anyId;
    if (found.has(id)) return found.get(id);
    found.set(id, undefined);
    const inject = world.injects.rows.get(id);
    const expected = world.expected.rows.get(id);
    const own = inject ? injectTime(inject, party) : expected && (expected.opened?.from ?? expectedCard(expected, party)?.at);
    const after = inject?.plan?.after ?? expected?.plan?.after ?? expected?.shown.get(party ?? '')?.after;
    const time = own ?? (after && afterTime(after, world, estimate));
    found.set(id, time);
    return time;
  };
  return estimate;
}

function injectTime(row: InjectRow, party: string | undefined): Ms | undefined {
  // A row that waits for a condition alone has no time: it may come at any moment.
  const timed = row.timed !== undefined || rowCard(row, party)?.at !== undefined;
  return row.released?.at ?? (timed ? rowTime(row) : undefined);
}

function afterTime(after: After, world: World, estimate: (id: string) => Ms | undefined): Ms | undefined {
  const { event, milestone } = after;
  const cause = event ? estimate(event) : milestone ? world.milestones.milestones.get(milestone)?.reached?.at : undefined;
  return cause === undefined ? undefined : timeAfter(after, cause);
}

/** From a row’s id in the scenario to its own; lead control holds both. */
export function scenarioIds(world: World): Map<string, Id> {
  const ids = new Map<string, Id>();
  for (const rows of [world.injects.rows, world.expected.rows])
    for (const [id, { plan }] of rows) if (plan?.card.scenario) ids.set(plan.card.scenario, id);
  return ids;
}
