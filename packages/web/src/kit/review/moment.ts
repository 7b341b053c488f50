import { clockStatus, type World } from '@entente/engine';
import type { EditionEvent } from './edition.ts';

/** The moment under review: scenario time, and how many events lie up to it. Several events may share one time. */
export interface Moment {
  readonly at: number;
  readonly count: number;
}

/** How many events lie at or before scenario time `at` (ms). */
export function countAt(events: readonly EditionEvent[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as EditionEvent).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The moment at scenario time `at`, kept within the exercise. */
export function momentAt(events: readonly EditionEvent[], at: number, end: number): Moment {
  const kept = Math.min(Math.max(Math.round(at), 0), end);
  return { at: kept, count: countAt(events, kept) };
}

/** One event on or back. At either end it stays. */
export function stepped(events: readonly EditionEvent[], moment: Moment, by: 1 | -1): Moment {
  const count = Math.min(Math.max(moment.count + by, 0), events.length);
  return { at: events[count - 1]?.at ?? 0, count };
}

/** The moment of one event, with nothing after it. */
export function momentOf(events: readonly EditionEvent[], id: string): Moment | undefined {
  const index = events.findIndex((e) => e.id === id);
  return index < 0 ? undefined : { at: (events[index] as EditionEvent).at, count: index + 1 };
}

const MINUTE = 60_000;

/** Where the scrubber ends, scenario ms: with the last event of an exercise that has ended or runs longer than planned, else with the plan. */
export function endOf(events: readonly EditionEvent[], world: World): number {
  const last = Math.max(events.at(-1)?.at ?? 0, MINUTE);
  return clockStatus(world) === 'ended' ? last : Math.max(world.seats.exercise?.duration ?? 0, last);
}

const STEPS = [1, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440].map((m) => m * MINUTE);

/** Scenario times for the axis: round by the clock on the wall at STARTEX, at most `most` of them. */
export function ticks(end: number, start: number, most: number): number[] {
  const step = STEPS.find((s) => end / s <= most) ?? (STEPS.at(-1) as number);
  const offset = (step - (start % step)) % step;
  const times: number[] = [];
  for (let t = offset; t <= end; t += step) times.push(t);
  return times;
}

/** Speeds of the replay, in scenario seconds per second. */
export const RATES = [1, 10, 60, 120, 300, 600] as const;
