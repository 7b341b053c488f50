import type { World } from '@entente/engine';
import type { LaneId, Mark } from '../../../kit/review/mark.ts';
import { type KindGiven, type MarksLook, ordered, type ReviewPart } from '../../../kit/review/part.ts';

/** Every mark of an edition, by time. Taken from the whole edition: what lies after the chosen moment is veiled by the picture. */
export function marksOf(parts: readonly ReviewPart[], look: MarksLook): Mark[] {
  return parts.flatMap((part) => [...(part.marks?.(look) ?? [])]).sort((a, b) => a.at - b.at);
}

/** Lanes in the scenario's order; `all` and `control` only if something stands on them. */
export function lanesOf(world: World, marks: readonly Mark[]): LaneId[] {
  const used = new Set(marks.map((m) => m.lane));
  const parties = (world.seats.exercise?.parties ?? []).map((p) => p.id).filter((id) => used.has(id));
  return [...parties, ...['all', 'control'].filter((lane) => used.has(lane))];
}

/** The events behind a mark, by its key. Empty if the edition holds no such thing. */
export function evidenceOfKey(parts: readonly ReviewPart[], world: World, key: string): readonly string[] {
  const [kind = '', id = ''] = key.split(/:(.*)/s);
  if (kind === 'event') return [id];
  const own = parts.map((part) => part.things?.[kind]?.evidence(world, id)).find((found) => found !== undefined) ?? [];
  return [...own, ...parts.flatMap((part) => part.beside?.evidence(world, id) ?? [])];
}

/** All kinds of marks and events, in order. */
export function kindsOf(parts: readonly ReviewPart[]): readonly KindGiven[] {
  return ordered(parts.flatMap((part) => part.kinds ?? []));
}

/** Under which of the kinds an event of the record falls, for the list. */
export function kindOfEvent(kinds: readonly KindGiven[], type: string): string {
  return (kinds.find((kind) => kind.events?.test(type)) ?? kinds.find((kind) => !kind.events))?.name ?? '';
}
