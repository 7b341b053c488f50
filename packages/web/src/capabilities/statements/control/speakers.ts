import { type Address, rosterOfWorld, standsFor, type World } from '@entente/engine';

/** In whose name a controller speaks in public now: entities that speak for a party (lead control’s), and seats that may speak and are played or empty. */
export function speakersIn(world: World, viewer: Address): readonly Address[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  const entities = viewer === 'control' ? (world.seats.directory?.entities ?? []).filter((e) => e.speaksFor !== undefined) : [];
  const seats = (world.seats.directory?.cells ?? [])
    .flatMap((c) => c.seats)
    .filter((s) => s.may?.includes('speak') && standsFor(roster, world.seats, viewer, `seat:${s.id}`) !== undefined);
  return [...entities.map((e) => `entity:${e.id}`), ...seats.map((s) => `seat:${s.id}`)];
}

/** The outlets of the exercise. */
export const outletsIn = (world: Pick<World, 'seats'>): readonly Address[] =>
  (world.seats.directory?.entities ?? []).filter((e) => e.kind === 'media').map((e) => `entity:${e.id}`);
