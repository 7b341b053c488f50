import { type Address, type Id, type Ms, type Request, type Waiting, type World, waiting, wantsWord } from '@entente/engine';
import type { Item } from './inbox.ts';

/** Something that waits for this seat, with the thing that it is about. */
export type Ask = { readonly id: Id; readonly since: Ms } & (
  | { readonly kind: 'roll'; readonly by: Address }
  | { readonly kind: 'answer' | 'acknowledge' | 'destroy'; readonly item: Item }
  | { readonly kind: 'decide'; readonly request: Request }
);

/** What is asked of `seat`, as the rooms tell and in their order. */
export function askedOf(world: World, seat: Address, now: Ms, items: readonly Item[]): Ask[] {
  const held = new Map(items.map((item) => [item.id, item]));
  return waiting(world, seat, now).flatMap((w) => askOf(world, held, w) ?? []);
}

function askOf(world: World, held: ReadonlyMap<Id, Item>, { kind, id, since }: Waiting): Ask | undefined {
  if (kind === 'roll') return { kind, id, since, by: world.seats.rolls.get(id)?.by ?? 'control' };
  if (kind === 'decide') {
    const request = world.sharing.requests.get(id);
    return request && { kind, id, since, request };
  }
  const item = held.get(id);
  return item && (kind === 'answer' || kind === 'acknowledge' || kind === 'destroy') ? { kind, id, since, item } : undefined;
}

/** News to all the world need no acknowledgement; what was sent to us does. */
export function wantsAcknowledgement(world: World, item: Item, seat: Address): boolean {
  if (item.kind === 'item') return item.given === true;
  const delivery = world.injects.deliveries.get(item.id);
  return delivery !== undefined && wantsWord(delivery, seat);
}
