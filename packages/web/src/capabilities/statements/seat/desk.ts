import { type Address, rosterOfWorld, type World } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';

/** True for a seat that may speak in public; `parties`: for one of these. */
export function maySpeak(world: World, seat: Address, parties?: readonly string[]): boolean {
  const roster = rosterOfWorld(world);
  const [, id = ''] = seat.split(':');
  const party = roster?.partyOf(seat);
  const speaks = roster?.seats.get(id)?.may.includes('speak') === true;
  return speaks && (parties === undefined || (party !== undefined && parties.includes(party)));
}

/** True for a seat of a press desk: it speaks or clears. How a side clears is told to its desk alone. */
export function atDesk(world: World, seat: Address): boolean {
  return maySpeak(world, seat) || [...world.statements.press.values()].some((rules) => rules.clearers.includes(seat) || rules.up === seat);
}

/** True for a seat that may propose at a table what sides say: there is something to be said of, and somebody to agree with. */
export function agrees(world: World, seat: Address): boolean {
  return world.statements.topics !== undefined && atDesk(world, seat) && world.consultation.forums.size > 0;
}

/** What an outlet wrote is answered in public, by those who may speak: whatever is said to a journalist may be printed. */
export function answersInPublic(world: World, seat: Address, { from, kind }: Line): 'statement' | false | undefined {
  if (kind !== 'message' && kind !== 'delivery' && kind !== 'question') return undefined;
  const [is, id] = from.split(':');
  const entity = is === 'entity' ? world.seats.directory?.entities.find((e) => e.id === id) : undefined;
  if (entity?.kind !== 'media' && entity?.kind !== 'public') return undefined;
  return maySpeak(world, seat) && 'statement';
}
