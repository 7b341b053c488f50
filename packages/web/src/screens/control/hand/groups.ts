import type { HandCard } from '../../../kit/control/hand.ts';
import type { ControlPart } from '../../../kit/control/part.ts';
import { cardKind } from './hand.ts';

/** How many cards there are of each group that has any, in a fixed order: kinds of cards, as a controller thinks of them. */
export function groupsOf(
  parts: readonly ControlPart[],
  cards: readonly HandCard[],
): readonly { readonly group: string; readonly count: number }[] {
  const found = cards.flatMap((c) => cardKind(parts, c)?.group ?? []).sort((a, b) => a.order - b.order);
  return [...new Set(found.map((g) => g.name))].map((group) => ({ group, count: found.filter((g) => g.name === group).length }));
}

/** True if a card is of a group. */
export function isOf(parts: readonly ControlPart[], card: HandCard, group: string): boolean {
  return cardKind(parts, card)?.group?.name === group;
}
