import type { HandCard, HandKind } from './hand.ts';

/** Kinds of cards, as a controller thinks of them; the emergency and the roll-call are in none and stand only under all. */
const GROUPS = {
  injects: ['release', 'address'],
  asks: ['answer'],
  requests: ['decide', 'overdue'],
  actions: ['judge', 'missed'],
} as const satisfies Record<string, readonly HandKind[]>;
export type HandGroup = keyof typeof GROUPS;

/** How many cards there are of each group that has any, in a fixed order. */
export function groupsOf(cards: readonly HandCard[]): readonly { readonly group: HandGroup; readonly count: number }[] {
  return (Object.keys(GROUPS) as HandGroup[])
    .map((group) => ({ group, count: cards.filter((c) => isOf(c, group)).length }))
    .filter(({ count }) => count > 0);
}

/** True if a card is of a group. */
export function isOf(card: HandCard, group: HandGroup): boolean {
  return (GROUPS[group] as readonly HandKind[]).includes(card.kind);
}
