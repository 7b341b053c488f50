import { type Address, type Roster, split } from './audience.ts';
import type { Id } from './fact.ts';
import type { Actor, Draft } from './room.ts';
import { rosterOfWorld } from './roster.ts';
import type { SeatsState } from './seats/language.ts';
import { peopleAt } from './seats/people.ts';
import type { World } from './world.ts';

/** Whose voice control has. Where it uses one, that is written down (`SpokenFor`), for itself alone. */

/** True for an entity of the exercise: nobody sits there, and control speaks for it. */
export function isEntity(roster: Roster, address: Address): boolean {
  const [kind, id] = split(address);
  return kind === 'entity' && id !== undefined && roster.entities.has(id);
}

/**
 * Why a controller may act for a seat: lead control for one of a party that it `played`; a party’s own for one of its party
 * that is `empty`. Undefined if it may not. Each room says which of the two it allows.
 */
export function standsFor(roster: Roster, seats: SeatsState, by: Address, seat: Address): 'played' | 'empty' | undefined {
  if (split(seat)[0] !== 'seat') return undefined;
  if (by === 'control' && roster.isPlayed(seat)) return 'played';
  return by === `control:${roster.partyOf(seat)}` && peopleAt(seats, seat).length === 0 ? 'empty' : undefined;
}

/** True if what is written to an address waits for lead control to answer it in another voice. */
export function isVoiced(roster: Roster, address: Address): boolean {
  return split(address)[0] === 'entity' || (split(address)[0] !== 'control' && roster.isPlayed(address));
}

/** Whose voice an answer to these addresses has by default: the entity or the seat that was asked; undefined: control’s own. */
export function answeringVoice(world: Pick<World, 'seats'>, to: readonly Address[]): Address | undefined {
  const roster = rosterOfWorld(world);
  if (!roster) return undefined;
  const played = to.filter((a) => split(a)[0] !== 'control' && roster.isPlayed(a));
  return to.find((a) => split(a)[0] === 'entity') ?? played.find((a) => split(a)[0] === 'seat') ?? roster.members(played[0] ?? '')[0];
}

/** Writes down who really acted, to whoever did. */
export function spokenFor(message: Id, by: Actor): Draft {
  return { event: { type: 'SpokenFor', message, by: by.seat, person: by.person }, to: [by.seat] };
}
