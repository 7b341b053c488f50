import { standingCard, type Text, type World } from '@entente/engine';
import type { Item } from './inbox.ts';

/** What a found line is to an item whose title it bears: made of it, or the letter that brought it. The item itself says nothing. */
export interface FoundAs {
  readonly is: 'part' | 'sanitised' | 'brought';
  readonly title: Text | undefined;
}

export function foundAs({ sharing }: World, { kind, held }: Item): FoundAs | undefined {
  const item = held === undefined ? undefined : sharing.items.get(held);
  if (!item) return undefined;
  if (kind !== 'item') return { is: 'brought', title: standingCard(item)?.title };
  const made = [...item.derived.values()].find((d) => sharing.items.has(d.from));
  const source = made && sharing.items.get(made.from);
  return made && source && { is: made.how, title: standingCard(source)?.title };
}
