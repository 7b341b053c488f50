import { standingCard, type Text, type World } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';

/** What a found line is to an item whose title it bears: made of it, or the letter that brought it. The item itself says nothing. */
export function foundAs(
  { sharing }: World,
  { id, kind, brought }: Line,
): { readonly key: string; readonly title: Text | undefined } | undefined {
  const item = sharing.items.get(kind === 'item' ? id : (brought ?? ''));
  if (!item) return undefined;
  if (kind !== 'item') return { key: 'foundAs.brought', title: standingCard(item)?.title };
  const made = [...item.derived.values()].find((d) => sharing.items.has(d.from));
  const source = made && sharing.items.get(made.from);
  return made && source && { key: `foundAs.${made.how}`, title: standingCard(source)?.title };
}
