import { type Address, rosterOfWorld, standsFor, type World } from '@entente/engine';
import { binding, consulting, delegation, type Forum } from '@entente/engine/consultation';

/** Seats at a forum for which a controller stands, of each side those first who speak for it. */
export function voicesAt(world: World, viewer: Address, forum: Forum): readonly Address[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  const seats = forum.card.members.flatMap((m) => [
    ...new Set([...binding(roster, m), ...consulting(roster, m), ...delegation(forum, m.party)]),
  ]);
  return seats.filter((s) => standsFor(roster, world.seats, viewer, s) !== undefined);
}

/** Seats for which a controller stands at any forum: in their name it may begin to compare options there. */
export function openers(world: World, viewer: Address): readonly Address[] {
  return [...new Set([...world.consultation.forums.values()].flatMap((forum) => voicesAt(world, viewer, forum)))];
}
