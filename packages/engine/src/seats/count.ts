import type { Address } from '../audience.ts';
import type { World } from '../world.ts';
import { peopleAt } from './people.ts';

/** The seats at which people sit, of one party or of all: at those of a party that control plays nobody does. */
export function seatsPlayed({ seats }: Pick<World, 'seats'>, party?: string): Address[] {
  const played = new Set(seats.exercise?.parties.filter((p) => p.playedByControl).map((p) => p.id));
  const cells = seats.directory?.cells ?? [];
  return cells
    .filter((c) => !played.has(c.party) && (party === undefined || c.party === party))
    .flatMap((c) => c.seats.map((s) => `seat:${s.id}`));
}

/** How many of those seats somebody has taken: the one count that every screen shows. */
export function seatCount(world: Pick<World, 'seats'>, party?: string): { readonly seated: number; readonly of: number } {
  const all = seatsPlayed(world, party);
  return { seated: all.filter((seat) => peopleAt(world.seats, seat).length > 0).length, of: all.length };
}
