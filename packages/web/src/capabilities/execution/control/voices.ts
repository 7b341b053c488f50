import { type Address, rosterOfWorld, standsFor, type World } from '@entente/engine';
import { binding, consulting, delegation, type Forum } from '@entente/engine/consultation';

/** Seats of a side at a forum in whose name a controller may act, those first who speak for it. */
export function voicesOf(world: World, viewer: Address, forum: Forum, party: string): readonly Address[] {
  const roster = rosterOfWorld(world);
  const member = forum.card.members.find((m) => m.party === party);
  if (!roster || !member) return [];
  const speaks = [...binding(roster, member), ...consulting(roster, member)];
  const seats = [...new Set([...speaks, ...delegation(forum, party)])];
  return seats.filter((seat) => standsFor(roster, world.seats, viewer, seat) !== undefined);
}
