import { type Address, expectedStatus, type Ms, type Roster, type World, waitingIn } from '@entente/engine';

/** Less is no time to pass over: whoever practises may look around. */
export const LEAST_JUMP: Ms = 10 * 60_000;
const SECOND = 1_000;

/**
 * To when simulated control jumps, as a person at its place would: nothing waits for anybody who practises and nothing is expected of
 * them until then. Undefined if it does not. `next`: when something happens by itself, or somebody simulated means to act.
 */
export function jumpOver(world: World, roster: Roster, persons: Iterable<Address>, now: Ms, next: Ms): Ms | undefined {
  // What ends at a moment can still be answered at that moment: the clock stands there, not behind it.
  const to = Math.floor(next / SECOND) * SECOND;
  if (!Number.isFinite(to) || to - now < LEAST_JUMP) return undefined;
  for (const seat of persons) {
    if (waitingIn(world, seat, now).some((w) => w.press !== 'idle' && w.press !== 'aside')) return undefined;
    if (isExpected(world, roster, seat)) return undefined;
  }
  return to;
}

/** An action is expected of whoever sits there: the time for it is theirs, though nothing tells them so. */
function isExpected({ expected }: World, roster: Roster, seat: Address): boolean {
  for (const row of expected.rows.values())
    if (row.plan?.seen !== undefined && expectedStatus(row) === 'open' && roster.within(seat, row.plan.card.by)) return true;
  return false;
}
