import { textWidth } from '../../../kit/textWidth.ts';
import { labelWidth } from './TimelineMark.tsx';
import { type MarkPlace, ROW } from './timelineLayout.ts';

/** A mark nearer to the edge of the picture than this, px, would be cut through. */
const EDGE = 7;
/** From a mark's middle to its label, and from there to whatever comes next. */
const ASIDE = 12;

/** A mark that is drawn, and how, since only a part of the lane is in the picture. */
export interface Sight {
  readonly place: MarkPlace;
  readonly leftward: boolean;
  /** Px that its label may take before the edge of the picture; undefined: as many as it wants. */
  readonly room: number | undefined;
  /** Where it is drawn instead, because its own place is left of the picture. */
  readonly pin: number | undefined;
}

/**
 * The marks of one lane in the picture from `left` over `width` px. At the right edge a label goes to the left of its mark
 * where its row is free; a mark that could not even show its number comes with the next step, unless `wanted` says it must be seen.
 */
export function sights(marks: readonly MarkPlace[], left: number, width: number, wanted: (m: MarkPlace) => boolean): Sight[] {
  const right = left + width;
  const inPicture = marks.filter((m) => (m.x > left + EDGE && m.x < right - EDGE) || pinned(m, left));
  return inPicture.flatMap((place): Sight[] => {
    if (pinned(place, left)) {
      const pin = Math.round(left + ASIDE);
      return [{ place, leftward: false, room: fitting(right - pin - 14, place), pin }];
    }
    const room = place.leftward ? place.x - left - 14 : right - place.x - 14;
    const own: Sight = { place, leftward: place.leftward, room: fitting(room, place), pin: undefined };
    if (own.room === undefined || place.leftward) return [own];
    const free = freeBefore(place, inPicture, left);
    // The selected one is read now: rather left and whole than cut.
    if (wanted(place) && free > room) return [{ ...own, leftward: true, room: fitting(free, place) }];
    if (room >= least(place)) return [own];
    if (free >= least(place)) return [{ ...own, leftward: true, room: fitting(free, place) }];
    return wanted(place) ? [own] : [];
  });
}

/** The stretches [from, to] of a line at `x` over the whole `height` that no label lies on. */
export function untouched(seen: readonly Sight[], x: number, height: number): [number, number][] {
  const covered = seen
    .filter(({ place: m, leftward, room, pin }) => {
      const at = pin ?? m.x;
      const wide = Math.min(labelWidth(m.label), room ?? Number.POSITIVE_INFINITY) + ASIDE + 2;
      return leftward ? at - wide < x && x < at + 9 : at - 9 < x && x < at + wide;
    })
    .map(({ place }) => place.y)
    .sort((a, b) => a - b);
  const stretches: [number, number][] = [];
  let from = 0;
  for (const y of covered) {
    if (y - ROW / 2 + 3 > from) stretches.push([from, y - ROW / 2 + 3]);
    from = Math.max(from, y + ROW / 2 - 3);
  }
  if (from < height) stretches.push([from, height]);
  return stretches;
}

/** What began left of the picture and is still allowed time in it keeps its label at the edge. */
function pinned(m: MarkPlace, left: number): boolean {
  return m.until !== undefined && m.x <= left + EDGE && m.until > left + 30 && m.entry.status === 'open';
}

/** Room in steps, so that panning draws few marks anew; undefined where the whole label fits. */
function fitting(room: number, m: MarkPlace): number | undefined {
  return room > labelWidth(m.label) ? undefined : Math.max(0, Math.floor(room / 8) * 8);
}

/** The least that says which mark it is: its number, or the first letters of its title. */
function least(m: MarkPlace): number {
  return m.label.number === '' ? 40 : textWidth(m.label.number) + 8;
}

/** Px left of a mark that nothing in its row takes. */
function freeBefore(m: MarkPlace, others: readonly MarkPlace[], left: number): number {
  const before = others.filter((o) => o.y === m.y && o.x < m.x);
  const end = before.reduce(
    (most, o) => Math.max(most, o.leftward ? o.x + ASIDE : o.x + ASIDE + labelWidth(o.label), o.until ?? left),
    left,
  );
  return m.x - ASIDE - end - 8;
}
