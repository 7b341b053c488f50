import type { World } from '@entente/engine';
import type { Side } from './controlContext.ts';

/** Opens writing in the first entity's voice; as control itself where the scenario has none. */
export function speaking(world: World): Side {
  const first = world.seats.directory?.entities[0];
  return first ? { kind: 'write', speaker: `entity:${first.id}` } : { kind: 'write' };
}
