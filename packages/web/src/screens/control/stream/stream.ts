import type { World } from '@entente/engine';
import type { Viewer } from '../../../kit/control/entry.ts';
import type { Happening, StreamGroup } from '../../../kit/control/happening.ts';
import type { ControlLook } from '../../../kit/control/part.ts';

/** Everything that happened, newest first, as far as this viewer holds it. */
export function happenings(parts: readonly ControlLook[], world: World, viewer: Viewer): Happening[] {
  const all = parts.flatMap((part) => [...(part.happenings?.(world, viewer) ?? [])]);
  // Facts carry no global order: of the same moment, the one the world learnt last stands first.
  return all
    .map((h, i) => ({ h, i }))
    .sort((a, b) => b.h.at - a.h.at || b.i - a.i)
    .map(({ h }) => h);
}

/** What a group shows. That somebody read something stands with the people alone: it would push what they do out of sight. */
export function inGroup(all: readonly Happening[], group: StreamGroup): Happening[] {
  return all.filter((h) => (group === 'all' ? h.key !== 'inject.read' : h.groups.includes(group)));
}

/** How many came since a reader last looked: those standing before the newest one that was seen. */
export function countNew(all: readonly Happening[], seen: ReadonlySet<string>): number {
  let count = 0;
  for (const h of all) if (!seen.has(h.src + h.key)) count++;
  return count;
}
