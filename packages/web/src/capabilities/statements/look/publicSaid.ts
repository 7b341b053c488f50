import type { World } from '@entente/engine';
import { type Claim, claimsOf, type Report, type Statement } from '@entente/engine/statements';

/** One thing said, and what was heard in it; absent: nobody has coded it. */
export interface SaidHere {
  readonly said: Statement | Report;
  readonly claims: readonly Claim[] | undefined;
}

/** Everything that was said or reported and that this world holds, in order: off the record too, where it is told of that. */
export function publicSaid(world: World, party: string | undefined): readonly SaidHere[] {
  const { statements, reports } = world.statements;
  return [...statements.values(), ...reports.values()]
    .sort((a, b) => a.at - b.at)
    .map((said) => ({ said, claims: claimsOf(world, said, party) }));
}
