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

/** So many cards of one kind from one side fold into one row. */
const MANY = 6;

/** One card, or many of one kind that one side asks. */
export interface Bundle {
  readonly key: string;
  readonly cards: readonly HandCard[];
}

/** Cards as they are listed: where one side asks much of one kind, these stand in one row, at the place of the most urgent. */
export function bundled(cards: readonly HandCard[]): readonly Bundle[] {
  const like = (c: HandCard) => `${c.room} ${c.kind} ${c.parties.join(' ')}`;
  const counts = new Map<string, HandCard[]>();
  for (const card of cards) counts.set(like(card), [...(counts.get(like(card)) ?? []), card]);
  const rows: Bundle[] = [];
  const put = new Set<string>();
  for (const card of cards) {
    const key = like(card);
    const all = counts.get(key) ?? [];
    if (all.length < MANY) rows.push({ key: card.key, cards: [card] });
    else if (!put.has(key)) rows.push({ key, cards: all });
    put.add(key);
  }
  return rows;
}
