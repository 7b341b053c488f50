import type { Id, World } from '@entente/engine';
import type { Touched } from '../../../connection/Touched.ts';
import type { Viewer } from '../../../kit/control/entry.ts';
import type { Happening, StreamGroup } from '../../../kit/control/happening.ts';
import type { ControlLook } from '../../../kit/control/part.ts';

/** Everything that happened, newest first, as far as this viewer holds it. */
export function happenings(parts: readonly ControlLook[], world: World, viewer: Viewer): Happening[] {
  return newestFirst(told(parts, world, viewer));
}

function told(parts: readonly ControlLook[], world: World, viewer: Viewer, touched?: ReadonlySet<Id>): Happening[] {
  return parts.flatMap((part) => [...(part.happenings?.(world, viewer, touched) ?? [])]);
}

/** Facts carry no global order: of the same moment, the one the world learnt last stands first. */
function newestFirst(lines: readonly Happening[]): Happening[] {
  return lines
    .map((h, i) => ({ h, i }))
    .sort((a, b) => b.h.at - a.h.at || b.i - a.i)
    .map(({ h }) => h);
}

/** The stream as it grows: only what was touched is told anew, so that a change costs the same however long it has run. */
export class Stream {
  readonly #parts: readonly ControlLook[];
  readonly #world: World;
  readonly #viewer: Viewer;
  readonly #touched: Pick<Touched, 'count' | 'since'>;
  #lines: readonly Happening[] = [];
  /** How many events it has been told of. */
  #count = Number.NaN;

  constructor(parts: readonly ControlLook[], world: World, viewer: Viewer, touched: Pick<Touched, 'count' | 'since'>) {
    this.#parts = parts;
    this.#world = world;
    this.#viewer = viewer;
    this.#touched = touched;
  }

  /** The lines as they are now, newest first; the same array while nothing came. */
  lines(): readonly Happening[] {
    const { count } = this.#touched;
    if (count === this.#count) return this.#lines;
    const touched = Number.isNaN(this.#count) ? undefined : this.#touched.since(this.#count);
    const anew = newestFirst(told(this.#parts, this.#world, this.#viewer, touched));
    this.#lines = touched ? merged(anew, this.#lines, touched) : anew;
    this.#count = count;
    return this.#lines;
  }
}

/** What was told anew, among those that stand: the lines of all other things. What says of no thing is always told anew. */
function merged(anew: readonly Happening[], before: readonly Happening[], touched: ReadonlySet<Id>): Happening[] {
  const again = new Set([...touched, ...anew.flatMap(({ of }) => (of === undefined ? [] : [of]))]);
  const all: Happening[] = [];
  let next = 0;
  for (const line of before) {
    if (line.of === undefined || again.has(line.of)) continue;
    for (let one = anew[next]; one && one.at >= line.at; one = anew[next]) {
      all.push(one);
      next++;
    }
    all.push(line);
  }
  return [...all, ...anew.slice(next)];
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
