import type { Ms, World } from '@entente/engine';
import type { PublicItem, PublicPart } from '../../kit/public/part.ts';

/** What was said to the public, newest first. */
export function publicNews(parts: readonly PublicPart[], world: World): PublicItem[] {
  return parts
    .flatMap((part) => [...(part.news?.(world) ?? [])])
    .map((item, i) => ({ item, i }))
    .sort((a, b) => b.item.at - a.item.at || b.i - a.i)
    .map(({ item }) => item);
}

/** How long after a jump the projector tells of it, scenario ms. */
const TOLD_MS = 5 * 60_000;

/** The last jump of the clock, until the next news or some minutes later. `news`: when the newest came. */
export function freshJump(world: World, now: Ms, news: Ms | undefined): { readonly from: Ms; readonly to: Ms } | undefined {
  const jump = world.clock.jumps.at(-1);
  return jump && now < jump.to + TOLD_MS && (news ?? 0) <= jump.to ? jump : undefined;
}
