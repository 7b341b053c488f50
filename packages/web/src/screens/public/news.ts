import type { World } from '@entente/engine';
import type { PublicItem, PublicPart } from '../../kit/public/part.ts';

/** What was said to the public, newest first. */
export function publicNews(parts: readonly PublicPart[], world: World): PublicItem[] {
  return parts
    .flatMap((part) => [...(part.news?.(world) ?? [])])
    .map((item, i) => ({ item, i }))
    .sort((a, b) => b.item.at - a.item.at || b.i - a.i)
    .map(({ item }) => item);
}
