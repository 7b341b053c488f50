import type { Address } from '../audience.ts';
import type { Id } from '../fact.ts';
import type { Settling } from '../room.ts';
import type { World } from '../world.ts';
import { standing } from './status.ts';

/** What settles what waits here. Who gets a row that names nobody is for a person to say. */
export const injectSettling = {
  release: (_world: World, _viewer: Address, inject: Id): Settling => ({ type: 'ReleaseInject', inject }),
  acknowledge(world: World, _viewer: Address, delivery: Id): Settling | undefined {
    const there = world.injects.deliveries.get(delivery);
    return there && { type: 'AcknowledgeInject', delivery, version: standing(there).version };
  },
};
