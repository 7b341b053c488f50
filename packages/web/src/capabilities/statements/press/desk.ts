import { type Address, rosterOfWorld, type World } from '@entente/engine';
import { type PressRules, rulesOf } from '@entente/engine/statements';

/** A side’s press desk, as a seat of it has it: what it may do there. */
export interface Desk {
  readonly party: string;
  readonly rules: PressRules;
  readonly speaks: boolean;
  readonly clears: boolean;
}

/** Undefined for whoever neither speaks nor clears: they have the wall. */
export function deskAt(world: World, seat: Address): Desk | undefined {
  const roster = rosterOfWorld(world);
  const party = roster?.partyOf(seat);
  if (!roster || party === undefined || !seat.startsWith('seat:')) return undefined;
  const rules = rulesOf(world, roster, party);
  const speaks = rules.speakers.some((s) => s.seat === seat);
  const clears = rules.clearers.includes(seat) || rules.up === seat;
  return speaks || clears ? { party, rules, speaks, clears } : undefined;
}
