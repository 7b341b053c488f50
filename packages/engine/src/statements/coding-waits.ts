import type { Address } from '../audience.ts';
import type { Waits } from '../room.ts';
import type { World } from '../world.ts';
import { claimsOf } from './heard.ts';
import { counts, verdicts } from './verdicts.ts';

/** What waits for lead control to hear: what nobody has coded, and flags that nobody has judged. To the end of the talk about it. */

const isLead = (viewer: Address): boolean => viewer === 'control';

/** Every statement and report that enters no verdict yet, since it was said. What is said off the record enters none. */
export function code(world: World, viewer: Address): Waits[] {
  if (!isLead(viewer) || !world.statements.topics) return [];
  const { statements, reports } = world.statements;
  const said = [...[...statements.values()].filter((s) => s.card.attribution !== 'off-record'), ...reports.values()];
  return said.filter((s) => claimsOf(world, s) === undefined).map(({ id, at }) => ({ id, since: at, ifNothing: 'waits' }));
}

/** What is flagged and neither confirmed nor dismissed, by whatever said it: a flag counts meanwhile. */
export function flag(world: World, viewer: Address): Waits[] {
  if (!isLead(viewer)) return [];
  const since = new Map<string, number>();
  for (const v of verdicts(world)) if (counts(v) && !v.judged) since.set(v.said, Math.min(v.opened, since.get(v.said) ?? v.opened));
  return [...since].map(([id, at]) => ({ id, since: at, ifNothing: 'waits', press: 'idle' }));
}
