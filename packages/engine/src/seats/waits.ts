import { type Address, split } from '../audience.ts';
import type { Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { isDismissed } from '../takings/dismissed.ts';
import type { World } from '../world.ts';
import { seatsPlayed } from './count.ts';
import type { Roll } from './language.ts';

/** The last roll-call that a viewer was called by; undefined for those whom nobody calls. */
export function rollFor(world: World, viewer: Address): Roll | undefined {
  const kind = split(viewer)[0];
  if (kind !== 'seat' && kind !== 'evaluators') return undefined;
  const party = rosterOfWorld(world)?.partyOf(viewer);
  return [...world.seats.rolls.values()].findLast(({ by }) => by === 'control' || by === `control:${party}`);
}

/** The last roll-call of all: whose answers screens show. */
export function lastRoll({ seats }: Pick<World, 'seats'>): Roll | undefined {
  return [...seats.rolls.values()].at(-1);
}

/**
 * The seats that a roll-call was for, control’s own parties aside, and those of them that have answered; of one party, to those who
 * hold its answers alone.
 */
export function rollState(world: World, roll: Roll, party?: string): { readonly answered: number; readonly of: number } {
  const seats = seatsPlayed(world, roll.by === 'control' ? party : split(roll.by)[1]);
  return { answered: seats.filter((s) => roll.answers.has(s)).length, of: seats.length };
}

function roll(world: World, viewer: Address): Waits[] {
  const called = rollFor(world, viewer);
  if (!called || called.answers.has(viewer)) return [];
  return [{ id: called.id, since: called.at, ifNothing: 'waits', press: 'first' }];
}

/** It stays with whoever called until all have answered, or until it is dismissed. */
function rollcall(world: World, viewer: Address): Waits[] {
  const called = split(viewer)[0] === 'control' ? [...world.seats.rolls.values()].findLast((r) => r.by === viewer) : undefined;
  if (!called || isDismissed(world, called.id)) return [];
  const { answered, of } = rollState(world, called);
  return answered < of ? [{ id: called.id, since: called.at, ifNothing: 'waits', press: 'idle' }] : [];
}

export const seatWaits = { roll, rollcall };
