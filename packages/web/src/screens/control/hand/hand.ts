import type { Ms, Waiting, World } from '@entente/engine';
import type { Viewer } from '../../../kit/control/entry.ts';
import type { CardKind, HandCard } from '../../../kit/control/hand.ts';
import type { Names } from '../../../kit/control/names.ts';
import type { ControlPart } from '../../../kit/control/part.ts';

/** The cards for what waits, in the order given. */
export function handCards(
  parts: readonly ControlPart[],
  world: World,
  viewer: Viewer,
  names: Names,
  now: Ms,
  items: readonly Waiting[],
): HandCard[] {
  return items.flatMap((waits): HandCard[] => {
    const { room, kind, id } = waits;
    const card = cardKind(parts, waits)?.card({ world, viewer, names, now }, waits);
    return card ? [{ key: `${kind} ${id}`, room, kind, id, ...card }] : [];
  });
}

/** How a card of that room and kind is said and settled. */
export function cardKind(
  parts: readonly ControlPart[],
  { room, kind }: { readonly room: string; readonly kind: string },
): CardKind | undefined {
  return parts.find((part) => part.room === room)?.cards?.[kind];
}
