import type { Id } from '../fact.ts';
import type { World } from '../world.ts';

/** True if a controller has said of a card that nothing more need be done. */
export function isDismissed({ takings }: Pick<World, 'takings'>, card: Id): boolean {
  return takings.dismissed.has(card);
}
