import { type Address, split } from '../audience.ts';
import { grained } from '../clock/grain.ts';
import { following, isNear, isPassed } from '../deadlines.ts';
import { estimates } from '../estimates.ts';
import type { Ms } from '../fact.ts';
import type { Coming, Waits } from '../room.ts';
import { handsOf } from '../seats/hand.ts';
import { isDismissed } from '../takings/dismissed.ts';
import type { World } from '../world.ts';
import type { ExpectedCard, ExpectedRow } from './language.ts';
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
      const passed = status === 'missed' || status === 'passed';
      if (bySight ? passed && !isDismissed(world, id) : passed || (status === 'open' && isNear(due, now)))
        found.push({ id, since: opened.from, due, ifNothing: following(due, now, 'missed') });
    }
    return found;
  };

/** `judge`: a controller must say whether it was done; `missed`: nobody did it, and it stays until a controller judges it or dismisses it. */
export const expectedWaits = { judge: handed(false), missed: handed(true) };

/** When a row’s time allowed ends: as its opening says, or as can be expected. */
export function endOf({ opened }: ExpectedRow, { within }: ExpectedCard, begins: Ms | undefined): Ms | undefined {
  return opened?.deadline ?? (begins === undefined ? undefined : grained(begins + within));
}

/** Deadlines of expected actions that are not done. */
export function deadlinesComing(world: World, viewer: Address, from: Ms, to: Ms): Coming[] {
  const [kind, party] = split(viewer);
  if (kind !== 'control') return [];
  const when = estimates(world, party);
  const found: Coming[] = [];
  for (const [id, row] of world.expected.rows) {
    const card = expectedCard(row, party);
    const status = expectedStatus(row);
    if (!card || (status !== 'open' && status !== 'planned')) continue;
    const at = endOf(row, card, row.opened?.from ?? when(id));
    if (at !== undefined && isPassed(at, from, to)) found.push({ kind: 'deadline', id, at });
  }
  return found;
}
