import { type Address, split } from '../audience.ts';
import { following, isNear, justMissed } from '../deadlines.ts';
import type { Ms } from '../fact.ts';
import type { Waits } from '../room.ts';
import { handsOf } from '../seats/hand.ts';
import type { World } from '../world.ts';
import { expectedCard, expectedStatus } from './status.ts';

/** Expected actions of a controller’s hand that wait for it: where the record cannot see, and where it saw nothing in time. */
const handed =
  (bySight: boolean) =>
  (world: World, viewer: Address, now: Ms): Waits[] => {
    const [kind, party] = split(viewer);
    if (kind !== 'control') return [];
    const mine = handsOf(world, viewer);
    const found: Waits[] = [];
    for (const [id, row] of world.expected.rows) {
      const card = expectedCard(row, party);
      const { opened } = row;
      if (!card || !opened || card.bySight !== bySight || !mine(card.controller)) continue;
      const status = expectedStatus(row);
      const due = opened.deadline;
      if (bySight ? status === 'missed' && justMissed(due, now) : (status === 'open' || status === 'missed') && isNear(due, now))
        found.push({ id, since: opened.from, due, ifNothing: following(due, now, 'missed') });
    }
    return found;
  };

/** `judge`: a controller must say whether it was done; `missed`: nobody did it, and a controller may want to act. */
export const expectedWaits = { judge: handed(false), missed: handed(true) };
