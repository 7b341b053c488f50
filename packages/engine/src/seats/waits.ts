import { type Address, split } from '../audience.ts';
import type { Ms } from '../fact.ts';
import type { Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import type { Roll } from './language.ts';

/** A roll-call that is not complete is shown so long to whoever called it. */
const ROLL_FOR: Ms = 30 * 60_000;

/** The last roll-call that a viewer was called by; undefined for those whom nobody calls. */
export function rollFor(world: World, viewer: Address): Roll | undefined {
  const kind = split(viewer)[0];
  if (kind !== 'seat' && kind !== 'evaluators') return undefined;
  const party = rosterOfWorld(world)?.partyOf(viewer);
  return [...world.seats.rolls.values()].findLast(({ by }) => by === 'control' || by === `control:${party}`);
}

/** The seats that a roll-call was for, and those of them that have answered. */
export function rollState(world: World, roll: Roll): { readonly answered: number; readonly of: number } {
  const roster = rosterOfWorld(world);
  const seats =
    roster?.members(roll.by === 'control' ? 'everyone' : `party:${split(roll.by)[1]}`).filter((s) => split(s)[0] === 'seat') ?? [];
  return { answered: seats.filter((s) => roll.answers.has(s)).length, of: seats.length };
}

function roll(world: World, viewer: Address): Waits[] {
  const called = rollFor(world, viewer);
  if (!called || called.answers.has(viewer)) return [];
  return [{ id: called.id, since: called.at, ifNothing: 'waits', press: 'first' }];
}

/** It stays with whoever called until all have answered, for half an hour at most. */
function rollcall(world: World, viewer: Address, now: Ms): Waits[] {
  const called = split(viewer)[0] === 'control' ? [...world.seats.rolls.values()].findLast((r) => r.by === viewer) : undefined;
  if (!called || now - called.at > ROLL_FOR) return [];
  const { answered, of } = rollState(world, called);
  return answered < of ? [{ id: called.id, since: called.at, ifNothing: 'waits', press: 'idle' }] : [];
}

export const seatWaits = { roll, rollcall };
