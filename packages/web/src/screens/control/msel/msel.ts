import { estimates, type Ms, type World } from '@entente/engine';
import { byTime, type Entry, EVERYONE, NOBODY, type Viewer } from '../../../kit/control/entry.ts';
import type { Names } from '../../../kit/control/names.ts';
import type { ControlLook, LaneGiven } from '../../../kit/control/part.ts';

/** All lines that this viewer holds, in order of time; those without a time last. */
export function entriesOf(parts: readonly ControlLook[], world: World, viewer: Viewer, names: Names, now: Ms): Entry[] {
  const look = { world, viewer, names, now, when: estimates(world, viewer.party) };
  return parts.flatMap((part) => [...(part.entries?.(look) ?? [])]).sort(byTime);
}

export interface Lane {
  readonly id: string;
  readonly party?: string | undefined;
  readonly given?: LaneGiven | undefined;
}
/**
 * The lanes of this viewer: every party for lead control, the own one for a party's controllers and evaluators; then the shared one,
 * and one for what names nobody, if there is such a line. Between them those that capabilities gave, where they hold something.
 */
export function lanesFor(names: Names, viewer: Viewer, entries: readonly Entry[] = [], parts: readonly ControlLook[] = []): Lane[] {
  const parties = names.parties.filter((p) => viewer.address === 'control' || p.id === viewer.party);
  const nobody = entries.some((e) => e.lanes.includes(NOBODY)) ? [{ id: NOBODY }] : [];
  const given = parts.flatMap(({ lane }) =>
    lane && entries.some((e) => e.lanes.includes(lane.name)) ? [{ id: lane.name, given: lane }] : [],
  );
  return [...parties.map((p) => ({ id: p.id, party: p.id })), { id: EVERYONE }, ...given, ...nobody];
}

export interface Filter {
  readonly mine: boolean;
  readonly party?: string | undefined;
  readonly objective?: string | undefined;
}
export function filtered(entries: readonly Entry[], filter: Filter): Entry[] {
  return entries.filter(
    (e) =>
      (!filter.mine || e.mine) &&
      (!filter.party || e.lanes.includes(filter.party)) &&
      (!filter.objective || e.objective === filter.objective),
  );
}
