import { type Address, split } from '../audience.ts';
import type { World } from '../world.ts';
import { peopleAt } from './people.ts';

/** Whose hand a controller is: its own; and lead control, while nobody sits there, that of a party’s controllers. */
export function handsOf(world: World, viewer: Address): (controller: Address) => boolean {
  const lead = viewer === 'control';
  return (controller) =>
    controller === viewer || (lead && split(controller)[0] === 'control' && peopleAt(world.seats, controller).length === 0);
}

/** True if a controller may act on what waits for a hand: lead control always, a party’s controllers on what is theirs. */
export function mayActOn({ controller }: { readonly controller: Address }, seat: Address): boolean {
  return seat === 'control' || controller === seat;
}
