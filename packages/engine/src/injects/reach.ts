import { type Address, type Roster, split } from '../audience.ts';
import { ranBetween } from '../clock/clock.ts';
import type { Ms } from '../fact.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import type { Delivery } from './language.ts';
import { acknowledges } from './status.ts';

/** How far an inject got among seats at which people sit: the one count that every screen and figure shows. */
export interface Reach {
  readonly seats: number;
  readonly read: number;
  /** Acknowledged as it stands. */
  readonly acknowledged: number;
  /** Acknowledged before a correction, and not since. */
  readonly before: number;
}

/** The seats that a delivery reaches, those aside at which nobody can sit. `sees`: those that the asker may see. */
function reached(roster: Roster, { to }: Delivery, sees: (seat: Address) => boolean): Address[] {
  return to.flatMap((a) => roster.members(a)).filter((s) => split(s)[0] === 'seat' && !roster.isPlayed(s) && sees(s));
}

export function reachOf(world: World, deliveries: readonly Delivery[], sees: (seat: Address) => boolean = () => true): Reach {
  const seats = new Set<Address>();
  const read = new Set<Address>();
  const acknowledged = new Set<Address>();
  const before = new Set<Address>();
  const roster = rosterOfWorld(world);
  for (const d of roster ? deliveries : []) {
    for (const seat of reached(roster as Roster, d, sees)) {
      seats.add(seat);
      // Whoever acknowledged has read, whether or not the reading was told.
      if (d.read.has(seat) || d.acknowledged.has(seat)) read.add(seat);
      if (acknowledges(d, seat)) acknowledged.add(seat);
      else if (d.acknowledged.has(seat)) before.add(seat);
    }
  }
  for (const seat of acknowledged) before.delete(seat);
  return { seats: seats.size, read: read.size, acknowledged: acknowledged.size, before: before.size };
}

/** How long each seat took to read, or to acknowledge the text that it acknowledged; jumps aside. */
export function tookTo(
  world: World,
  delivery: Delivery,
  what: 'read' | 'acknowledged',
  sees: (seat: Address) => boolean = () => true,
): Ms[] {
  return [...delivery[what]].flatMap(([seat, mark]) => {
    if (!sees(seat)) return [];
    const version = 'version' in mark ? ((mark.version as number | undefined) ?? 0) : 0;
    const from = delivery.corrections[version - 1]?.at ?? delivery.at;
    return [ranBetween(world, from, mark.at)];
  });
}
