import { type Address, split } from '../audience.ts';
import type { World } from '../world.ts';
import { peopleAt } from './seats.ts';

/** Whose hand a controller is: its own; and lead control, while nobody sits there, that of a party’s controllers. */
export function handsOf(world: World, viewer: Address): (controller: Address) => boolean {
  const lead = viewer === 'control';
  return (controller) =>
    controller === viewer || (lead && split(controller)[0] === 'control' && peopleAt(world.seats, controller).length === 0);
}
