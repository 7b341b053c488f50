import type { Address } from '../audience.ts';
import type { Id } from '../fact.ts';
import type { Settling } from '../room.ts';
import type { World } from '../world.ts';
import { itemNamed } from './items.ts';

/** What settles what waits here: what was named is given, and what was not is refused. */
export const sharingSettling = {
  decide(world: World, _viewer: Address, request: Id): Settling | undefined {
    const asked = world.sharing.requests.get(request);
    const item = asked && itemNamed(asked);
    if (!asked) return undefined;
    if (item === undefined || !world.sharing.items.has(item)) return { type: 'DecideRequest', request, decision: 'refuse', tell: false };
    return { type: 'DecideRequest', request, decision: 'grant', items: [{ item }], tell: false };
  },
  overdue: (_world: World, _viewer: Address, card: Id): Settling => ({ type: 'DismissCard', card }),
  acknowledge: (_world: World, _viewer: Address, item: Id): Settling => ({ type: 'AcknowledgeItem', item }),
  destroy: (_world: World, _viewer: Address, item: Id): Settling => ({ type: 'ConfirmDestroyed', item }),
};
